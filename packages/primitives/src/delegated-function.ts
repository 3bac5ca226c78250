/**
 * The functions a local authority can have a practice discharge: the values of the graph's enumeration
 * `DelegatedFunction`, in its order. What may not be delegated — the Independent Reviewing Officer's functions, an adoption
 * agency's, the power to delegate itself — is not among them. Source: Children and Young Persons Act 2008, Part 1; SI
 * 2014/2407.
 */
export const delegatedFunctions = [
  'CARE_PLANNING',
  'PLACEMENT',
  'VISITS_AND_SUPERVISION',
  'REVIEW_PREPARATION',
  'HEALTH',
  'EDUCATION',
  'CONTACT',
  'LEAVING_CARE',
] as const;

/** One of `delegatedFunctions`. */
export type DelegatedFunction = (typeof delegatedFunctions)[number];
