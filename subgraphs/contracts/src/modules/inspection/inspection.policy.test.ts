import { plainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
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
  manager,
  moment,
  sandwell,
  SANDWELL,
  underGlass,
} from '../../testing/contracts-world.ts';
import { canManageInspections, canReadInspection } from './inspection.policy.ts';

const open = {
  laCode: BIRMINGHAM,
  inspectorIds: ['test'],
  fromDay: plainDate('2026-11-22'),
  toDay: plainDate('2026-11-22'),
  closedAt: null,
};
const inspector = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');
const one = child(BIRMINGHAM, 1);

describe('who may read an inspection of Birmingham', () => {
  test.each([
    ['a manager', manager, {}, true],
    ['an analyst', aViewer(), {}, true],
    ['a reviewing officer', iroOf(), {}, true],
    ['a commissioner, closed', birmingham, { closedAt: new Date() }, true],
    ['a commissioner, past', birmingham, { toDay: plainDate('2026-11-21') }, true],
    ['a manager under a glass that is over', underGlass(manager, one, '2026-11-22T12:00:00Z'), {}, false],
    ['a machine', machineFor('contracts'), {}, false],
    ['another authority', sandwell, {}, false],
    ['a practice', harbour, {}, false],
    ['an inspector it names', inspector, {}, true],
    ['an inspector it does not name', { ...inspector, subject: 'another' }, {}, false],
    ['an inspector it names, closed', inspector, { closedAt: new Date() }, false],
    ['an inspector it names, past', inspector, { toDay: plainDate('2026-11-21') }, false],
    ['an inspector it names, to come', inspector, { fromDay: plainDate('2026-11-23') }, false],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-22', '2026-11-22'), {}, false],
  ])('%s: %#', (_, viewer, parts, expected) => {
    expect(canReadInspection(viewer, { ...open, ...parts }, moment)).toBe(expected);
  });
});

describe('who may open and close inspections of Birmingham', () => {
  const cases: [string, Viewer, boolean][] = [
    ['a manager', manager, true],
    ['a commissioner', birmingham, false],
    ['an analyst', aViewer(), false],
    ['a reviewing officer', iroOf(), false],
    ['a manager of another authority', { ...sandwell, role: 'la-manager' }, false],
    ['a manager under a broken glass', underGlass(manager, one), false],
    ['a practice', harbour, false],
    ['an inspector', inspector, false],
    ['a machine', machineFor('contracts'), false],
  ];
  test.each(cases)('%s: %s', (_, viewer, expected) => {
    expect(canManageInspections(viewer, BIRMINGHAM)).toBe(expected);
  });
});
