import { describe, expect, test } from 'vitest';
import { BIRMINGHAM, SANDWELL } from '../../testing/children-world.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  notManagers,
  otherManager,
  practiceManager,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';
import { breakGlassStatus, canBreakGlass, canReadBreakGlass, canReviewFor } from './break-glass.policy.ts';

const until = new Date('2026-11-22T13:00:00Z');
const childId = `${BIRMINGHAM}.child`;
const glass = { laCode: BIRMINGHAM, childId, brokenBy: 'worker' };
const under = { id: 'g', childId, until: until.toISOString() };

describe('the glass is broken', () => {
  test.each([
    ['by an analyst', analyst, true],
    ['by a commissioner', commissioner, true],
    ['by a manager', manager, true],
    ['by a reviewing officer', reviewingOfficer, true],
    ['by a practice’s worker', worker, true],
    ['by a practice’s manager', practiceManager, true],
    ['not by a worker of no practice', { ...worker, practiceId: null }, false],
    ['not by a worker whose practice has no contract with the authority', { ...worker, laCodes: [SANDWELL] }, false],
    ['not by another authority', foreignManager, false],
    ['not by an inspector', inspectorOfBirmingham, false],
    ['not by a machine', integrator, false],
    ['not under a broken glass', { ...manager, breakGlass: under }, false],
  ])('%s', (_, viewer, expected) => {
    expect(canBreakGlass(viewer, BIRMINGHAM)).toBe(expected);
  });
});

test.each([
  ['a millisecond before its end', -1, null, 'LIVE'],
  ['at its end', 0, null, 'TO_REVIEW'],
  ['after its end', 1, null, 'TO_REVIEW'],
  ['once reviewed', 1, {}, 'REVIEWED'],
] as const)('%s it is %s', (_, after, review, status) => {
  expect(breakGlassStatus({ until, review }, new Date(until.getTime() + after))).toBe(status);
});

describe('a broken glass is read', () => {
  test.each([
    ['by the one who broke it', worker, true],
    ['not by another of the practice', practiceManager, false],
    ['by a manager of the authority', manager, true],
    ['not by a manager to whom the child is hidden', { ...manager, hiddenChildIds: [childId] }, false],
    ['by the one who broke it, though the child is hidden', { ...worker, hiddenChildIds: [childId] }, true],
    ['not by an analyst', analyst, false],
    ['not by a manager of another authority', foreignManager, false],
    ['not by an inspector of the same subject', { ...inspectorOfBirmingham, subject: 'worker' }, false],
    ['not by a machine of the same subject', { ...integrator, subject: 'worker' }, false],
    ['not by one who has no relation to the authority any more', { ...worker, laCodes: [] }, false],
    ['not by a manager under a broken glass', { ...manager, breakGlass: under }, false],
  ])('%s', (_, viewer, expected) => {
    expect(canReadBreakGlass(viewer, glass)).toBe(expected);
  });
});

test('managers of the authority review', () => {
  expect([manager, otherManager].map((viewer) => canReviewFor(viewer, BIRMINGHAM))).toEqual([true, true]);
  expect([foreignManager, ...notManagers].map((viewer) => canReviewFor(viewer, BIRMINGHAM))).not.toContain(true);
});
