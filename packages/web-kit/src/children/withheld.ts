import type { RecordPart } from '../generated/operations.ts';
import type { Audience } from '../session/session.tsx';

const WHAT: Readonly<Record<RecordPart, string>> = {
  EPISODES: 'Episodes',
  PLACEMENTS: 'Placements',
  LEGAL_STATUSES: 'Legal statuses',
  SOCIAL_WORKERS: 'Social workers',
  REVIEWS: 'Reviews',
  NAME: 'The name',
  ALLOCATIONS: 'Allocations',
  VISITS: 'Visits',
  CONTACT: 'Contacts',
  PLANS: 'Plans and decisions of reviews',
  HEALTH: 'Health records',
  EDUCATION: 'Education records',
  SAFETY: 'Safety records',
  LEAVING_CARE: 'Leaving care records',
  VOICE: 'The child’s own words',
  DECISIONS: 'Decisions',
};

/** The function of a contract with which a part of the record goes to a practice. */
const FUNCTION: Readonly<Record<RecordPart, string>> = {
  EPISODES: 'care planning',
  LEGAL_STATUSES: 'care planning',
  NAME: 'care planning',
  ALLOCATIONS: 'care planning',
  PLACEMENTS: 'placement',
  SOCIAL_WORKERS: 'visits and supervision',
  REVIEWS: 'the preparation of reviews',
  VISITS: 'visits and supervision',
  CONTACT: 'contact',
  PLANS: 'care planning',
  HEALTH: 'health',
  EDUCATION: 'education',
  SAFETY: 'visits and supervision',
  LEAVING_CARE: 'leaving care',
  VOICE: 'visits and supervision',
  DECISIONS: 'care planning',
};

/** What a table's cell says in the place of what is withheld. */
export const NOT_OPEN = 'Not open to you';

/** Which part of a record is not open: `Placements are not open to you.` */
export function withheldTitle(part: RecordPart): string {
  return `${WHAT[part]} ${part === 'NAME' ? 'is' : 'are'} not open to you.`;
}

/** Why a part of a record is not open, in words for the reader. */
export function withheldReason(part: RecordPart, audience: Audience): string {
  if (audience === 'practice') return `Your practice’s contract does not delegate ${FUNCTION[part]} for this child.`;
  if (audience === 'inspector') return 'This child is not in the inspection’s sample.';
  return 'Your role does not include it.';
}

/** True when nothing that a life line is drawn from is open. */
export function isLifeLineWithheld(withheld: readonly RecordPart[]): boolean {
  const parts: readonly RecordPart[] = ['LEGAL_STATUSES', 'PLACEMENTS', 'SOCIAL_WORKERS', 'REVIEWS'];
  return parts.every((part) => withheld.includes(part));
}
