import type { Viewer } from '@mainstay/subgraph-kit';
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
  momentAt,
  oak,
  sandwell,
  SANDWELL,
  underGlass,
} from '../../testing/contracts-world.ts';
import { canReadAllocation, canReadAllocationsOf, type AllocationAccess } from './allocation.policy.ts';

const one = child(BIRMINGHAM, 1);
const other = child(BIRMINGHAM, 2);
const OVER = '2026-11-22T12:00:00.000Z';
const current = holding('2024-04-30T23:00:00Z', null);
const ended = holding('2024-04-30T23:00:00Z', '2025-02-01T00:00:00Z');

function holding(from: string, until: string | null): AllocationAccess {
  const accessUntil = until === null ? null : new Date(until);
  return { laCode: BIRMINGHAM, childId: one, practiceId: 'harbour', accessFrom: new Date(from), accessUntil };
}

function hiddenFrom(viewer: Viewer): Viewer {
  return { ...viewer, hiddenChildIds: [one] };
}

function inspector(from: string, to: string, ...sample: string[]): Viewer {
  return inspectorOf(BIRMINGHAM, from, to, sample);
}

describe('who may read an allocation of Birmingham’s child 1 to Harbour', () => {
  test.each([
    ['the authority, current', birmingham, current, true],
    ['the authority, ended', birmingham, ended, true],
    ['the authority, to come', birmingham, holding('2027-01-01T00:00:00Z', null), true],
    ['the authority, restricted to others', hiddenFrom(birmingham), current, false],
    ['another authority', sandwell, current, false],
    ['the reviewing officer', iroOf(other, one), ended, true],
    ['a reviewing officer of other children', iroOf(other), current, false],
    ['a machine for contracts', machineFor('contracts'), current, true],
    ['a machine for other things', machineFor('children', 'workforce', 'figures'), current, false],
    ['the practice, current', harbour, current, true],
    ['the practice, restricted to others', hiddenFrom(harbour), current, false],
    ['the practice, from this instant', harbour, holding('2026-11-22T12:00:00Z', null), true],
    ['the practice, from the next', harbour, holding('2026-11-22T12:00:00.001Z', null), false],
    ['the practice, until the next', harbour, holding('2024-04-30T23:00:00Z', '2026-11-22T12:00:00.001Z'), true],
    ['the practice, until this instant', harbour, holding('2024-04-30T23:00:00Z', '2026-11-22T12:00:00Z'), false],
    ['another practice of the same authority', { ...oak, laCodes: [BIRMINGHAM] }, current, false],
    ['an inspector, sampled', inspector('2026-11-22', '2026-11-22', one), current, true],
    ['an inspector, sampled, ended', inspector('2026-11-22', '2026-11-22', one), ended, true],
    ['an inspector, not sampled', inspector('2026-11-22', '2026-11-22', other), current, false],
    ['an inspector, restricted', hiddenFrom(inspector('2026-11-22', '2026-11-22', one)), current, false],
    ['an inspector out of the window', inspector('2026-11-01', '2026-11-21', one), current, false],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30', [one]), current, false],
    ['the authority under a glass for the child', underGlass(birmingham, one), current, true],
    ['the authority under a glass for another', underGlass(birmingham, other), current, false],
    ['the authority under a glass that is over', underGlass(birmingham, one, OVER), current, false],
    ['another authority under a glass', underGlass(sandwell, one), current, false],
    ['the practice under a glass', underGlass(harbour, one), ended, true],
    ['the practice under a glass for another', underGlass(harbour, other), current, false],
    ['the practice under a glass that is over', underGlass(harbour, one, OVER), current, false],
    ['another practice under a glass', underGlass({ ...oak, laCodes: [BIRMINGHAM] }, one), current, false],
  ])('%s: %#', (_, viewer, allocation, expected) => {
    expect(canReadAllocation(viewer, allocation, moment)).toBe(expected);
  });
});

test('a practice reads from midnight in England on both sides of a change of the clock', () => {
  const spring = holding('2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z');
  expect(canReadAllocation(harbour, spring, momentAt('2026-03-28T23:59:59.999Z'))).toBe(false);
  expect(canReadAllocation(harbour, spring, momentAt('2026-03-29T22:59:59.999Z'))).toBe(true);
  expect(canReadAllocation(harbour, spring, momentAt('2026-03-29T23:00:00Z'))).toBe(false);
});

describe('who reads all allocations of a child, though there be none', () => {
  test.each([
    ['the authority', birmingham, true],
    ['the reviewing officer', iroOf(one), true],
    ['an inspector, not sampled', inspector('2026-11-22', '2026-11-22'), false],
    ['another authority', sandwell, false],
    ['a practice', harbour, false],
  ])('%s: %s', (_, viewer, expected) => {
    expect(canReadAllocationsOf(viewer, one, moment)).toBe(expected);
  });
});
