import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  inspectorOf,
  iro,
  machineFor,
  moment,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  underGlass,
} from '../../testing/workforce-world.ts';
import { canReadWorker } from './worker.policy.ts';

const OVER = '2026-11-22T12:00:00.000Z';

describe('who may know a worker of Birmingham', () => {
  test.each([
    ['its analyst', birmingham, true],
    ['its commissioner', aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM] }), true],
    ['its manager', aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] }), true],
    ['its reviewing officer', iro, true],
    ['its machine for staff', machineFor('workforce'), true],
    ['its machine for other things', machineFor('children', 'contracts', 'figures'), false],
    ['its analyst under a glass', underGlass(birmingham), true],
    ['its analyst under a glass that is over', underGlass(birmingham, OVER), false],
    ['a practice that serves it under a glass', underGlass(harbour), true],
    ['a practice that serves it under a glass that is over', underGlass(harbour, OVER), false],
    ['a practice that serves another under a glass', underGlass(oak), false],
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
    expect(canReadWorker(viewer, { laCode: BIRMINGHAM }, moment)).toBe(expected);
  });
});
