import { formatCount, formatDate, formatNumber } from '../format/format.ts';
import type { ContractTermsFragment, DelegatedFunction, PracticeFiguresQuery } from '../generated/operations.ts';

type Governance = NonNullable<PracticeFiguresQuery['practice']>['governance'];

const GOVERNANCE: Record<Governance, string> = {
  PROFESSIONAL_PARTNERSHIP: 'Professional partnership: a company owned by its employees',
  SOCIAL_ENTERPRISE: 'Social enterprise',
  VOLUNTARY_ORGANISATION: 'Voluntary organisation',
  PRIVATE_BUSINESS: 'Private business',
  IN_HOUSE: 'A practice inside the local authority',
};

const STATUS: Record<ContractTermsFragment['status'], string> = {
  AGREED: 'Agreed, not begun',
  LIVE: 'Running',
  ENDED: 'Ended',
};

const FUNCTIONS: Record<DelegatedFunction, string> = {
  CARE_PLANNING: 'care planning',
  PLACEMENT: 'placement',
  VISITS_AND_SUPERVISION: 'visits and supervision',
  REVIEW_PREPARATION: 'the preparation of reviews',
  HEALTH: 'health',
  EDUCATION: 'education',
  CONTACT: 'contact with family and friends',
  LEAVING_CARE: 'leaving care',
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How a practice is governed, in words. */
export function governanceInWords(governance: Governance): string {
  return GOVERNANCE[governance];
}

/** `Running, from 1 April 2023 to 31 March 2028`. */
export function contractTimeInWords({ status, startsOn, endsOn }: ContractTermsFragment): string {
  const until = endsOn ? ` to ${formatDate(endsOn)}` : ', no end agreed';
  return `${STATUS[status]}, from ${formatDate(startsOn)}${until}`;
}

/** `100 children, 10 more or fewer`. */
export function agreedInWords({ agreedChildren, agreedChildrenTolerance }: ContractTermsFragment): string {
  const agreed = formatCount(agreedChildren, 'child', 'children');
  return agreedChildrenTolerance > 0 ? `${agreed}, ${formatNumber(agreedChildrenTolerance)} more or fewer` : agreed;
}

/** The functions that a contract delegates: `It delegates care planning and placement`; with them go parts of a record. */
export function delegatedInWords({ delegatedFunctions }: Pick<ContractTermsFragment, 'delegatedFunctions'>): string {
  if (delegatedFunctions.length === 0) return 'It delegates nothing';
  return `It delegates ${list.format(delegatedFunctions.map((one) => FUNCTIONS[one]))}`;
}
