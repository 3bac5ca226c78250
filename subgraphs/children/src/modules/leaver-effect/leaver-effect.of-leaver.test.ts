import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import type { ContinuityFacts } from '../continuity/continuity.of-child.ts';
import { effectOfLeaving } from './leaver-effect.of-leaver.ts';

const leaving = { workerId: 'SW1', endedOn: plainDate('2026-03-31') };
const today = plainDate('2026-11-22');

/** A child in care since 2022 with these workers, each as `worker from to`, the last day left out while it lasts. */
function withWorkers(...times: string[]): ContinuityFacts {
  return {
    care: [{ startedOn: plainDate('2022-04-01'), endedOn: null }],
    workers: times.map((time) => {
      const [workerId = '', from = '', to] = time.split(' ');
      return { workerId, startedOn: plainDate(from), endedOn: to ? plainDate(to) : null };
    }),
    allocations: [],
  };
}
const effectOn = (...children: ContinuityFacts[]) => effectOfLeaving(leaving, children, today);
const none = { children: 0, changed: 0, leftWithout: 0, daysWithout: 0, alreadyUnsettled: 0, kept: 0 };

test.each<[string, ContinuityFacts, object]>([
  ['taken over the next day', withWorkers('SW1 2023-01-01 2026-03-31', 'SW2 2026-04-01'), { children: 1, changed: 1 }],
  [
    'taken over before the last day',
    withWorkers('SW1 2023-01-01 2026-03-16', 'SW2 2026-03-16'),
    { children: 1, changed: 1 },
  ],
  ['taken over before the last 28 days', withWorkers('SW1 2023-01-01 2026-03-03', 'SW2 2026-03-03'), {}],
  [
    'left for ten days',
    withWorkers('SW1 2023-01-01 2026-03-31', 'SW2 2026-04-11'),
    { children: 1, changed: 1, leftWithout: 1, daysWithout: 10 },
  ],
  ['left until today', withWorkers('SW1 2023-01-01 2026-03-31'), { children: 1, leftWithout: 1, daysWithout: 236 }],
  [
    'left from a week after, where the record ran on',
    withWorkers('SW1 2023-01-01 2026-04-07', 'SW2 2026-04-10'),
    { children: 1, changed: 1, leftWithout: 1, daysWithout: 2 },
  ],
  ['kept, as only the post changed', withWorkers('SW1 2023-01-01'), { children: 1, kept: 1 }],
  ['of another', withWorkers('SW2 2023-01-01'), {}],
  [
    'unsettled before it',
    withWorkers(
      'SW3 2023-01-01 2025-06-01',
      'SW2 2025-06-02 2025-09-01',
      'SW1 2025-09-02 2026-03-31',
      'SW4 2026-04-01',
    ),
    { children: 1, changed: 1, alreadyUnsettled: 1 },
  ],
])('a child %s', (_, child, expected) => {
  expect(effectOn(child)).toEqual({ ...none, ...expected });
});

test('a child who had left care by then is not counted, and children are added up', () => {
  const gone = {
    ...withWorkers('SW1 2023-01-01 2026-03-20'),
    care: [{ startedOn: plainDate('2022-04-01'), endedOn: plainDate('2026-03-20') }],
  };
  const left = withWorkers('SW1 2023-01-01 2026-03-31', 'SW2 2026-04-11');
  expect(effectOn(gone, left, left)).toEqual({ ...none, children: 2, changed: 2, leftWithout: 2, daysWithout: 20 });
});

test('on the last day itself nothing has come of it yet', () => {
  expect(effectOfLeaving(leaving, [withWorkers('SW1 2023-01-01 2026-03-31')], leaving.endedOn)).toEqual({
    ...none,
    children: 1,
  });
});
