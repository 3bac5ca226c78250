import type { AllocationEndReason, ExpectedEndRule } from '../../generated/operations.ts';

/** Why an allocation ends, as people say it. */
export const endReasons: readonly { readonly value: AllocationEndReason; readonly text: string }[] = [
  { value: 'YEAR_AFTER_LEAVING', text: 'A year has passed since the child left care' },
  { value: 'TWENTY_FIRST_BIRTHDAY', text: 'The young person turns 21 and is not in full-time education' },
  { value: 'CARE_ORDER_REVOKED', text: 'The care order was revoked, and the child is looked after otherwise' },
  { value: 'TAKEN_BACK', text: 'The authority takes the child back (Article 21)' },
  { value: 'OTHER_PRACTICE', text: 'The child goes on to another practice' },
  { value: 'CONTRACT_ENDS', text: 'The contract ends' },
  { value: 'DIED', text: 'The child died' },
];

const RULES: Readonly<Record<ExpectedEndRule, string>> = {
  ENDED: 'it has ended',
  DECIDED: 'the authority has named the day',
  CONTRACT_ENDS: 'the contract ends',
  DIED: 'the child died',
  YEAR_AFTER_LEAVING: 'a year after the child left care',
  TWENTY_FIRST_BIRTHDAY: 'the day before the 21st birthday',
  END_OF_EDUCATION: 'when full-time education ends',
};

/** The rule by which an allocation is expected to end. */
export function ruleInWords(rule: ExpectedEndRule): string {
  return RULES[rule];
}
