import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { aChildsFacts, child, BIRMINGHAM } from '../../testing/contracts-world.ts';
import { modules } from '../index.ts';
import { allowsEnd, type AllocationEndReason } from './allocation.end-reason.ts';
import { expectedEndOf, responsibilityEnd } from './allocation.expected-end.ts';
import type { AllocationFacts } from './allocation.facts.ts';
import { refusingRule, type AllocationCase } from './allocation.rules.ts';

const day = plainDate;

function facts(parts: Partial<AllocationFacts> = {}): AllocationFacts {
  return aChildsFacts(child(BIRMINGHAM, 1), parts);
}

/** Somebody who left care on a day at some age. */
function left(careEndedOn: string, dateOfBirth: string, careEndReason = 'E4'): AllocationFacts {
  const none = { isLookedAfter: false, legalStatus: null, lookedAfterSince: null };
  return facts({ ...none, careEndedOn: day(careEndedOn), dateOfBirth: day(dateOfBirth), careEndReason });
}

function ruleOf(parts: Partial<AllocationCase>) {
  const startedOn = day('2026-11-22');
  const usual = { hasJudgement: false, isAllocated: false, wasAllocatedAtEndOfCare: false } as const;
  return refusingRule({ facts: facts(), startedOn, allocatesAt: 'PROCEEDINGS_END', ...usual, ...parts });
}

describe('who can be allocated', () => {
  test.each([
    ['C2', {}, null],
    ['C1', {}, 'PROCEEDINGS_NOT_ENDED'],
    ['C1', { allocatesAt: 'INTERIM_ORDER' as const }, null],
    ['V2', {}, 'JUDGEMENT_MISSING'],
    ['V2', { hasJudgement: true }, null],
    ['V4', { hasJudgement: true }, 'LEGAL_STATUS_NOT_COVERED'],
    ['J1', { hasJudgement: true }, 'LEGAL_STATUS_NOT_COVERED'],
    ['C2', { isAllocated: true }, 'ALREADY_ALLOCATED'],
  ])('legal status %s, %o: %s', (legalStatus, parts, rule) => {
    expect(ruleOf({ facts: facts({ legalStatus }), ...parts })).toBe(rule);
  });

  test('nobody for whom adoption is the plan, and nobody of whom nothing is to be seen', () => {
    expect(ruleOf({ facts: facts({ suitableForAdoptionSince: day('2026-10-01') }) })).toBe('SUITABLE_FOR_ADOPTION');
    expect(ruleOf({ facts: undefined })).toBe('OF_ANOTHER_AUTHORITY');
  });

  test.each([
    ['2025-11-22', true, null],
    ['2025-11-21', true, 'NOT_LOOKED_AFTER'],
    ['2025-11-22', false, 'NOT_LOOKED_AFTER'],
  ])('who left care on %s, with a practice then: %s', (careEndedOn, wasAllocatedAtEndOfCare, rule) => {
    expect(ruleOf({ facts: left(careEndedOn, '2015-01-01'), wasAllocatedAtEndOfCare })).toBe(rule);
  });

  test.each([
    ['2005-11-23', false, null],
    ['2005-11-22', false, 'TWENTY_ONE_OR_OLDER'],
    ['2005-11-22', true, null],
  ])('a care leaver born on %s, in full-time education: %s', (dateOfBirth, isInFullTimeEducation, rule) => {
    const leaver = { ...left('2024-01-01', dateOfBirth), isInFullTimeEducation };
    expect(ruleOf({ facts: leaver, wasAllocatedAtEndOfCare: true })).toBe(rule);
  });
});

test('no mutation lets a practice take or refuse a child: there are these, and they are the authority’s', () => {
  const names = modules.flatMap(({ resolvers }) => Object.keys((resolvers as { Mutation?: object }).Mutation ?? {}));
  expect(names.toSorted()).toEqual([
    'allocateChildren',
    'closeInspection',
    'endAllocations',
    'endContract',
    'openInspection',
  ]);
});

describe('when responsibility ends', () => {
  test.each([
    ['while looked after', facts(), '2035-12-31', 'TWENTY_FIRST_BIRTHDAY'],
    ['born on a leap day', facts({ dateOfBirth: day('2004-02-29') }), '2025-02-28', 'TWENTY_FIRST_BIRTHDAY'],
    ['left at 10', left('2026-06-10', '2015-06-11'), '2027-06-10', 'YEAR_AFTER_LEAVING'],
    ['left on a leap day', left('2024-02-29', '2015-06-11'), '2025-02-28', 'YEAR_AFTER_LEAVING'],
    ['left at 18', left('2026-06-11', '2008-06-11'), '2029-06-10', 'TWENTY_FIRST_BIRTHDAY'],
    ['died in care', left('2026-06-11', '2015-06-11', 'E2'), '2026-06-11', 'DIED'],
    [
      'left at 18, in education',
      { ...left('2026-06-11', '2008-06-11'), isInFullTimeEducation: true },
      null,
      'END_OF_EDUCATION',
    ],
  ])('%s', (_, known, on, rule) => {
    expect(responsibilityEnd(known)).toEqual({ on, rule });
  });

  test('comes with the contract or the day that was named, when that is sooner', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const lasting = { endedOn: null, lastDay: day('2027-03-31'), accessUntil: new Date('2027-03-31T23:00:00Z') };
    expect(expectedEndOf(lasting, facts(), now)).toEqual({ on: '2027-03-31', rule: 'CONTRACT_ENDS' });
    const named = { ...lasting, endedOn: day('2026-12-24'), lastDay: day('2026-12-24') };
    expect(expectedEndOf(named, facts(), now)).toEqual({ on: '2026-12-24', rule: 'DECIDED' });
    expect(expectedEndOf({ ...named, accessUntil: now }, facts(), now)).toEqual({ on: '2026-12-24', rule: 'ENDED' });
    const open = { endedOn: null, lastDay: null, accessUntil: null };
    expect(expectedEndOf(open, facts(), now)).toEqual(responsibilityEnd(facts()));
  });
});

describe('what lets an allocation end', () => {
  const revoked = { careOrderEndedOn: day('2026-06-10') };
  const adult = facts({ dateOfBirth: day('2005-11-22') });
  test.each<[AllocationEndReason, string, AllocationFacts | undefined, boolean]>([
    ['TWENTY_FIRST_BIRTHDAY', '2026-11-20', adult, false],
    ['TWENTY_FIRST_BIRTHDAY', '2026-11-21', adult, true],
    ['TWENTY_FIRST_BIRTHDAY', '2026-11-21', { ...adult, isInFullTimeEducation: true }, false],
    ['CARE_ORDER_REVOKED', '2026-06-09', facts(revoked), false],
    ['CARE_ORDER_REVOKED', '2026-06-10', facts(revoked), true],
    ['CARE_ORDER_REVOKED', '2026-06-10', facts(), false],
    ['CARE_ORDER_REVOKED', '2026-06-10', { ...left('2026-06-10', '2015-01-01'), ...revoked }, false],
    ['YEAR_AFTER_LEAVING', '2027-06-09', left('2026-06-10', '2015-01-01'), false],
    ['YEAR_AFTER_LEAVING', '2027-06-10', left('2026-06-10', '2015-01-01'), true],
    ['YEAR_AFTER_LEAVING', '2027-06-10', facts(), false],
    ['DIED', '2026-11-22', facts(), false],
    ['DIED', '2026-06-09', left('2026-06-10', '2015-01-01', 'E2'), false],
    ['DIED', '2026-06-10', left('2026-06-10', '2015-01-01', 'E2'), true],
    ['CONTRACT_ENDS', '2027-03-31', undefined, true],
    ['CONTRACT_ENDS', '2027-03-30', facts(), false],
    ['TAKEN_BACK', '2026-11-22', undefined, true],
    ['OTHER_PRACTICE', '2026-11-22', facts(), true],
    ['YEAR_AFTER_LEAVING', '2027-06-10', undefined, false],
  ])('%s on %s', (reason, lastDay, known, isAllowed) => {
    const allocation = { lastDay: day('2027-03-31') };
    expect(allowsEnd({ reason, lastDay: day(lastDay), allocation, facts: known })).toBe(isAllowed);
  });
});
