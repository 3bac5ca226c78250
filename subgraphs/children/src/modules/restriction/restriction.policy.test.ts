import { aViewer } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import { BIRMINGHAM } from '../../testing/children-world.ts';
import {
  foreignManager,
  integrator,
  manager,
  notManagers,
  otherManager,
  reviewingOfficer,
} from '../../testing/staff.ts';
import { canChangeRestriction, canReadRestriction, canRestrict, namedPeople } from './restriction.policy.ts';

const childId = `${BIRMINGHAM}.child`;
const inForce = { laCode: BIRMINGHAM, childId, named: ['manager', 'officer', 'worker'], liftedAt: null };
const lifted = { ...inForce, liftedAt: new Date('2026-01-01T00:00:00Z') };
const glass = { id: 'g', childId, until: '2026-11-22T13:00:00Z' };

describe('a restriction in force is read', () => {
  test.each([
    ['by a manager it names', manager, true],
    ['not by another manager', otherManager, false],
    ['not by a named practice worker', notManagers[4]!, false],
    ['not by a machine', { ...integrator, subject: 'manager' }, false],
    ['not by a manager of another authority', { ...foreignManager, subject: 'manager' }, false],
    ['not by an officer who does not review the child', reviewingOfficer, false],
    ['by an officer who does', { ...reviewingOfficer, namedChildIds: [childId] }, true],
    ['not where the child is hidden, whoever asks', { ...manager, hiddenChildIds: [childId] }, false],
    ['under a glass broken for the child', { ...otherManager, breakGlass: glass, namedChildIds: [childId] }, true],
    [
      'not under one broken for another child',
      { ...manager, breakGlass: { ...glass, childId: 'other' }, namedChildIds: ['other'] },
      false,
    ],
  ])('%s', (_, viewer, expected) => {
    expect(canReadRestriction(viewer, inForce)).toBe(expected);
  });

  test('once lifted, by everybody of the authority’s staff', () => {
    expect(canReadRestriction(otherManager, lifted)).toBe(true);
    expect(canReadRestriction(foreignManager, lifted)).toBe(false);
  });
});

describe('restrictions are placed and changed', () => {
  test.each(notManagers.map((viewer) => [viewer.role, viewer] as const))('not by %s', (_, viewer) => {
    expect(canRestrict({ ...viewer, subject: 'manager' }, BIRMINGHAM)).toBe(false);
  });

  test('by managers of the authority; changed by those who are named', () => {
    expect(canRestrict(manager, BIRMINGHAM)).toBe(true);
    expect(canRestrict(foreignManager, BIRMINGHAM)).toBe(false);
    expect(canRestrict({ ...manager, breakGlass: glass }, BIRMINGHAM)).toBe(false);
    expect(canChangeRestriction(manager, inForce)).toBe(true);
    expect(canChangeRestriction(otherManager, inForce)).toBe(false);
    expect(canChangeRestriction(aViewer({ subject: 'worker' }), inForce)).toBe(false);
  });

  test('the managers stay named, whoever is wanted', () => {
    expect(namedPeople([], ['manager'])).toEqual(['manager']);
    expect(namedPeople(['worker', 'manager', 'worker'], ['manager', 'other'])).toEqual(['manager', 'other', 'worker']);
  });
});
