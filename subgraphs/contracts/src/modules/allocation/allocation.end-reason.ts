import { addDays, type PlainDate } from '@mainstay/primitives';
import type { AllocationRow } from './allocation.entity.ts';
import { endOfYearAfterLeaving, turnsTwentyOne } from './allocation.expected-end.ts';
import type { AllocationFacts } from './allocation.facts.ts';

/** Why an allocation ends; the values of the GraphQL enum `AllocationEndReason`, which says what each means. */
export const endReasons = [
  'TWENTY_FIRST_BIRTHDAY',
  'CARE_ORDER_REVOKED',
  'YEAR_AFTER_LEAVING',
  'TAKEN_BACK',
  'OTHER_PRACTICE',
  'CONTRACT_ENDS',
  'DIED',
] as const;

/** One of them. */
export type AllocationEndReason = (typeof endReasons)[number];

/** The reasons that the facts do not show: they need an explanation in words. */
export const explainedReasons: readonly AllocationEndReason[] = ['TAKEN_BACK', 'OTHER_PRACTICE'];

const DIED = 'E2';

/** What an end is held against. */
export interface EndCase {
  readonly reason: AllocationEndReason;
  readonly lastDay: PlainDate;
  readonly allocation: Pick<AllocationRow, 'lastDay'>;
  /** As on the last day, or today when that is to come. */
  readonly facts: AllocationFacts | undefined;
}

/** True when what is known of the child and the contract allows an end on that day for that reason. */
export function allowsEnd({ reason, lastDay, allocation, facts }: EndCase): boolean {
  if (explainedReasons.includes(reason)) return true;
  if (reason === 'CONTRACT_ENDS') return lastDay === allocation.lastDay;
  return facts !== undefined && isShownBy(facts, reason, lastDay);
}

function isShownBy(facts: AllocationFacts, reason: AllocationEndReason, lastDay: PlainDate): boolean {
  switch (reason) {
    case 'TWENTY_FIRST_BIRTHDAY':
      return lastDay >= addDays(turnsTwentyOne(facts), -1) && !facts.isInFullTimeEducation;
    case 'CARE_ORDER_REVOKED':
      // Who went home with the order's end stays for the year: only another kind of care ends it with the order.
      return facts.careOrderEndedOn !== null && lastDay >= facts.careOrderEndedOn && !isInYearAfter(facts, lastDay);
    case 'YEAR_AFTER_LEAVING':
      return facts.careEndedOn !== null && !isInYearAfter(facts, lastDay);
    case 'DIED':
      // A death in care ends it on that day; one after care is told by no return.
      return !facts.isLookedAfter && (facts.careEndReason !== DIED || lastDay >= (facts.careEndedOn ?? lastDay));
    default:
      return false;
  }
}

function isInYearAfter({ careEndedOn }: AllocationFacts, lastDay: PlainDate): boolean {
  return careEndedOn !== null && lastDay < endOfYearAfterLeaving(careEndedOn);
}
