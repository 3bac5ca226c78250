import { plainDate } from '@mainstay/primitives';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  inspectorOf,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
} from '../../testing/workforce-world.ts';
import { canReadWorker } from './worker.policy.ts';

const today = plainDate('2026-11-22');

describe('who may know a worker of Birmingham', () => {
  test.each([
    ['its analyst', birmingham, true],
    ['its commissioner', aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM] }), true],
    ['its manager', aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] }), true],
    ['its integrator', aViewer({ role: 'integrator', laCodes: [BIRMINGHAM] }), true],
    ['another authority', sandwell, false],
    ['a practice that serves it', harbour, true],
    ['a worker of a practice that serves it', { ...harbour, role: 'swp-worker' as const }, true],
    ['a practice that serves it and another', oakOfBoth, true],
    ['a practice that serves another', oak, false],
    ['a practice whose contract ended', harbourWithoutContract, false],
    ['an inspector on the only day of the window', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), true],
    ['an inspector after the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), false],
    ['an inspector before the window', inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30'), false],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30'), false],
    ['an inspector without an inspection', aViewer({ audience: 'inspector', laCodes: [BIRMINGHAM] }), false],
  ])('%s: %s', (_, viewer, expected) => {
    expect(canReadWorker(viewer, { laCode: BIRMINGHAM }, today)).toBe(expected);
  });
});
