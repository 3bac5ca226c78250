import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  inspectorOf,
  iroOf,
  machineFor,
  moment,
  oak,
  sandwell,
  SANDWELL,
  stranger,
  underGlass,
} from '../../testing/contracts-world.ts';
import { canCommission, canReadContract } from './contract.policy.ts';

const OVER = '2026-11-22T12:00:00.000Z';
const one = child(BIRMINGHAM, 1);
const contract = { laCode: BIRMINGHAM, practiceId: 'harbour' };

describe('who may read a contract between Birmingham and Harbour', () => {
  test.each([
    ['its authority', birmingham, true],
    ['its authority’s analyst', aViewer({ laCodes: [BIRMINGHAM] }), true],
    ['its authority’s manager', aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] }), true],
    ['its authority’s reviewing officer', iroOf(), true],
    ['its authority’s machine for contracts', machineFor('contracts'), true],
    ['its authority’s machine for other things', machineFor('children', 'workforce', 'figures'), false],
    ['its authority under a glass', underGlass(birmingham, one), true],
    ['its authority under a glass that is over', underGlass(birmingham, one, OVER), false],
    ['its practice under a glass', underGlass(harbour, one), true],
    ['its practice under a glass that is over', underGlass(harbour, one, OVER), false],
    ['its practice under a glass of another authority', underGlass({ ...harbour, laCodes: [SANDWELL] }, one), false],
    ['another practice under a glass', underGlass({ ...oak, laCodes: [BIRMINGHAM] }, one), false],
    ['another authority', sandwell, false],
    ['its practice', harbour, true],
    ['its practice without a live contract', { ...harbour, laCodes: [] }, true],
    ['its practice’s worker', { ...harbour, role: 'swp-worker' as const }, true],
    ['another practice', oak, false],
    ['another practice of the same authority', { ...oak, laCodes: [BIRMINGHAM] }, false],
    ['a practice without contracts', stranger, false],
    ['an inspector in the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30'), true],
    ['an inspector on the first day', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-30'), true],
    ['an inspector on the last day', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-22'), true],
    ['an inspector the day before the first', inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30'), false],
    ['an inspector the day after the last', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), false],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30'), false],
    ['an inspector without an inspection', aViewer({ audience: 'inspector', laCodes: [BIRMINGHAM] }), false],
  ])('%s: %s', (_, viewer, expected) => {
    expect(canReadContract(viewer, contract, moment)).toBe(expected);
  });
});

describe('who may allocate children and end contracts', () => {
  const roles = [
    'la-analyst',
    'la-commissioner',
    'la-manager',
    'la-iro',
    'integrator',
    'swp-worker',
    'swp-manager',
    'ofsted-inspector',
  ] as const;
  const audiences = ['la', 'practice', 'inspector'] as const;
  const cases = roles.flatMap((role) =>
    audiences.flatMap((audience) => [BIRMINGHAM, SANDWELL].map((laCode) => ({ role, audience, laCode }))),
  );

  test.each(cases)('$role as $audience of $laCode, for Birmingham', ({ role, audience, laCode }) => {
    const allowed = ['la-commissioner', 'la-manager'].includes(role) && audience === 'la' && laCode === BIRMINGHAM;
    const viewer = aViewer({ role, audience, laCodes: [laCode] });
    expect(canCommission(viewer, BIRMINGHAM)).toBe(allowed);
    expect(canCommission(underGlass(viewer, one), BIRMINGHAM)).toBe(false);
  });
});
