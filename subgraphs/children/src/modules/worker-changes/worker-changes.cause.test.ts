import { plainDate, type PlainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { causeOfChange } from './worker-changes.cause.ts';

const on = plainDate('2026-03-01');
const post = (from: string, until: string | null): { from: PlainDate; until: PlainDate | null } => ({
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
});

test.each([
  ['held no post any longer', [post('2020-01-01', '2026-02-10')], false, 'WORKER_LEFT'],
  ['left within 28 days after', [post('2020-01-01', '2026-03-28')], false, 'WORKER_LEFT'],
  ['left later', [post('2020-01-01', '2026-03-29')], false, 'WORKER_STAYED'],
  ['is in post', [post('2020-01-01', null)], false, 'WORKER_STAYED'],
  [
    'went from one post to the next',
    [post('2020-01-01', '2026-03-10'), post('2026-03-11', null)],
    false,
    'WORKER_STAYED',
  ],
  [
    'left and came back a year later',
    [post('2020-01-01', '2026-03-01'), post('2027-03-01', null)],
    false,
    'WORKER_LEFT',
  ],
  ['is in post where the child was transferred', [post('2020-01-01', null)], true, 'CHILD_TRANSFERRED'],
  ['left where the child was transferred', [post('2020-01-01', '2026-03-01')], true, 'WORKER_LEFT'],
  ['is not on record where the child was transferred', [], true, 'CHILD_TRANSFERRED'],
  ['is not on record', [], false, 'NOT_KNOWN'],
  ['began later', [post('2026-06-01', null)], false, 'NOT_KNOWN'],
])('a worker who %s', (_, posts, isTransfer, cause) => {
  expect(causeOfChange({ on, isTransfer }, posts)).toBe(cause);
});
