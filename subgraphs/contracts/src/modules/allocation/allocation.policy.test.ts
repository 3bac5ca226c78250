import { plainDate } from '@mainstay/primitives';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  inspectorOf,
  oak,
  sandwell,
  SANDWELL,
} from '../../testing/contracts-world.ts';
import { canAllocate, canReadAllocation } from './allocation.policy.ts';

const today = plainDate('2026-11-22');
const current = days('2024-05-01', null);

function days(startedOn: string, lastDay: string | null) {
  const last = lastDay === null ? null : plainDate(lastDay);
  return { laCode: BIRMINGHAM, practiceId: 'harbour', startedOn: plainDate(startedOn), lastDay: last };
}

describe('who may read an allocation of Birmingham to Harbour', () => {
  test.each([
    ['the authority, current', birmingham, current, true],
    ['the authority, ended', birmingham, days('2024-05-01', '2025-01-31'), true],
    ['the authority, to come', birmingham, days('2027-01-01', null), true],
    ['another authority', sandwell, current, false],
    ['the practice, current', harbour, current, true],
    ['the practice, on the first day', harbour, days('2026-11-22', null), true],
    ['the practice, on the last day', harbour, days('2024-05-01', '2026-11-22'), true],
    ['the practice, ended yesterday', harbour, days('2024-05-01', '2026-11-21'), false],
    ['the practice, beginning tomorrow', harbour, days('2026-11-23', null), false],
    ['another practice of the same authority', { ...oak, laCodes: [BIRMINGHAM] }, current, false],
    ['an inspector in the window', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), current, true],
    [
      'an inspector in the window, ended',
      inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'),
      days('2024-05-01', '2025-01-31'),
      true,
    ],
    ['an inspector out of the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), current, false],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30'), current, false],
  ])('%s', (_, viewer, allocation, expected) => {
    expect(canReadAllocation(viewer, allocation, today)).toBe(expected);
  });
});

describe('who may allocate children', () => {
  const roles = [
    'la-analyst',
    'la-commissioner',
    'la-manager',
    'integrator',
    'swp-worker',
    'swp-manager',
    'ofsted-inspector',
  ] as const;
  const audiences = ['la', 'practice', 'inspector'] as const;
  const cases = roles.flatMap((role) =>
    audiences.flatMap((audience) => [BIRMINGHAM, SANDWELL].map((laCode) => ({ role, audience, laCode }))),
  );

  test.each(cases)('$role as $audience of $laCode, children of Birmingham', ({ role, audience, laCode }) => {
    const allowed = ['la-commissioner', 'la-manager'].includes(role) && audience === 'la' && laCode === BIRMINGHAM;
    expect(canAllocate(aViewer({ role, audience, laCodes: [laCode] }), BIRMINGHAM)).toBe(allowed);
  });
});
