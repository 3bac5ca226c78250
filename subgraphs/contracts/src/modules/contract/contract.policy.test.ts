import { plainDate } from '@mainstay/primitives';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  harbour,
  inspectorOf,
  oak,
  sandwell,
  stranger,
  BIRMINGHAM,
  SANDWELL,
} from '../../testing/contracts-world.ts';
import { canReadContract } from './contract.policy.ts';

const today = plainDate('2026-11-22');
const contract = { laCode: BIRMINGHAM, practiceId: 'harbour' };

describe('who may read a contract between Birmingham and Harbour', () => {
  test.each([
    ['its authority', birmingham, true],
    ['its authority’s analyst', aViewer({ laCodes: [BIRMINGHAM] }), true],
    ['its authority’s manager', aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] }), true],
    ['its authority’s integrator', aViewer({ role: 'integrator', laCodes: [BIRMINGHAM] }), true],
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
    expect(canReadContract(viewer, contract, today)).toBe(expected);
  });
});
