import type { PlainDate } from '@mainstay/primitives';
import type { AllocatesAt } from '../contract/contract.entity.ts';
import { responsibilityEnd, turnsTwentyOne } from './allocation.expected-end.ts';
import type { AllocationFacts } from './allocation.facts.ts';

/** Why a child is not allocated; the values of the GraphQL enum `AllocationRule`, which says what each means. */
export type AllocationRule =
  | 'OF_ANOTHER_AUTHORITY'
  | 'ALREADY_ALLOCATED'
  | 'SUITABLE_FOR_ADOPTION'
  | 'TWENTY_ONE_OR_OLDER'
  | 'NOT_LOOKED_AFTER'
  | 'PROCEEDINGS_NOT_ENDED'
  | 'JUDGEMENT_MISSING'
  | 'LEGAL_STATUS_NOT_COVERED';

/** A child who is not allocated, and why. */
export interface AllocationRefusal {
  readonly childId: string;
  readonly rule: AllocationRule;
}

/** What each rule means and what to do about it. */
export const refusalMessages: Readonly<Record<AllocationRule, string>> = {
  OF_ANOTHER_AUTHORITY: 'The authority has no such child. Leave the child out.',
  ALREADY_ALLOCATED: 'The child is with a practice on that day or later. End that allocation first.',
  SUITABLE_FOR_ADOPTION: 'Adoption is the plan for the child. The child stays with the authority.',
  TWENTY_ONE_OR_OLDER: 'The young person is 21 or older and not in full-time education.',
  NOT_LOOKED_AFTER: 'The child is not looked after on that day. Choose another day, or record the care first.',
  PROCEEDINGS_NOT_ENDED: 'The contract takes children when care proceedings end, and they have not.',
  JUDGEMENT_MISSING: 'The child is accommodated under section 20. Say why it is time to allocate.',
  LEGAL_STATUS_NOT_COVERED: 'Practices take children under section 31 or section 20 only.',
};

/** What is judged of one child. */
export interface AllocationCase {
  /** Undefined when the viewer sees no such child of the authority. */
  readonly facts: AllocationFacts | undefined;
  readonly startedOn: PlainDate;
  readonly allocatesAt: AllocatesAt;
  readonly hasJudgement: boolean;
  readonly isAllocated: boolean;
  /** Whether the child was with a practice on the day care ended. */
  readonly wasAllocatedAtEndOfCare: boolean;
}

/**
 * The rule that keeps a child from being allocated; null when none does. The authority alone allocates, and no rule asks the
 * practice. The first that applies counts, those that hide most first.
 */
export function refusingRule(asked: AllocationCase): AllocationRule | null {
  const { facts, startedOn, isAllocated } = asked;
  if (!facts) return 'OF_ANOTHER_AUTHORITY';
  if (isAllocated) return 'ALREADY_ALLOCATED';
  if (facts.suitableForAdoptionSince !== null) return 'SUITABLE_FOR_ADOPTION';
  if (startedOn >= turnsTwentyOne(facts) && !facts.isInFullTimeEducation) return 'TWENTY_ONE_OR_OLDER';
  return facts.isLookedAfter ? refusingStatus(facts.legalStatus, asked) : refusingAfterCare(facts, asked);
}

function refusingStatus(status: string | null, { allocatesAt, hasJudgement }: AllocationCase): AllocationRule | null {
  switch (status) {
    case 'C1':
      return allocatesAt === 'INTERIM_ORDER' ? null : 'PROCEEDINGS_NOT_ENDED';
    case 'C2':
      return null;
    case 'V2':
      return hasJudgement ? null : 'JUDGEMENT_MISSING';
    default:
      return 'LEGAL_STATUS_NOT_COVERED';
  }
}

/** Who left care while with a practice may go on to another while responsibility lasts; nobody else. */
function refusingAfterCare(
  facts: AllocationFacts,
  { startedOn, wasAllocatedAtEndOfCare }: AllocationCase,
): AllocationRule | null {
  if (!wasAllocatedAtEndOfCare) return 'NOT_LOOKED_AFTER';
  const { on } = responsibilityEnd(facts);
  return on === null || startedOn <= on ? null : 'NOT_LOOKED_AFTER';
}
