import type { TagColour } from '../../components/notices.tsx';
import type { DecisionLevel, DecisionStatus, DecisionType } from '../../generated/operations.ts';

/** What is decided about children in care, as people say it. */
export const decisionTypes: readonly { readonly value: DecisionType; readonly text: string }[] = [
  { value: 'OVERNIGHT_STAY', text: 'Staying overnight with friends or others' },
  { value: 'EMERGENCY_PAYMENT', text: 'A payment in an emergency' },
  { value: 'SCHOOL_CHOICE', text: 'Which school or college' },
  { value: 'SCHOOL_TRIP', text: 'A school trip' },
  { value: 'HOLIDAY_UK', text: 'A holiday in the United Kingdom' },
  { value: 'HOLIDAY_ABROAD', text: 'A holiday or journey abroad' },
  { value: 'MEDICAL_ROUTINE', text: 'Routine medical treatment' },
  { value: 'MEDICAL_SERIOUS', text: 'An operation or other serious treatment' },
  { value: 'PASSPORT', text: 'A passport' },
  { value: 'HAIRCUT', text: 'A haircut that changes how the child looks' },
  { value: 'PIERCING', text: 'A piercing' },
  { value: 'TATTOO', text: 'A tattoo (an offence under 18)' },
  { value: 'PUBLICITY', text: 'Photographs, social media and the press' },
  { value: 'CONTACT_CHANGE', text: 'A change of contact with family' },
  { value: 'PLACEMENT_CHANGE', text: 'A change of placement' },
  { value: 'SERVICE', text: 'A service, such as therapy or a tutor' },
  { value: 'MARRIAGE', text: 'Consent to marry (nobody under 18 can)' },
  { value: 'ARMED_FORCES', text: 'Joining the armed forces' },
  { value: 'OTHER', text: 'Anything else' },
];

/** Who decides, from the one nearest to the child. */
export const decisionLevels: readonly { readonly value: DecisionLevel; readonly text: string }[] = [
  { value: 'WORKER', text: 'The child’s social worker' },
  { value: 'PRACTICE_MANAGER', text: 'A manager of the practice, or of the authority' },
  { value: 'LA_MANAGER', text: 'A manager of the authority' },
  { value: 'DIRECTOR', text: 'The director, or whom the rule names' },
];

/** Where a question stands, in a word or two. */
export const decisionStatuses: Readonly<Record<DecisionStatus, { readonly text: string; readonly colour: TagColour }>> =
  {
    ASKED: { text: 'Waits for an answer', colour: 'yellow' },
    MORE_ASKED: { text: 'More is asked for', colour: 'orange' },
    AGREED: { text: 'Agreed', colour: 'green' },
    REFUSED: { text: 'Refused', colour: 'red' },
    WITHDRAWN: { text: 'Taken back', colour: 'grey' },
  };

/** How a level stands to the role of somebody who is asked: the highest level at which they decide. */
const levelOfRole: Readonly<Record<string, DecisionLevel>> = {
  'swp-worker': 'WORKER',
  'la-worker': 'WORKER',
  'swp-manager': 'PRACTICE_MANAGER',
  'la-manager': 'LA_MANAGER',
};

/** True where somebody of this role could be asked at this level: such a one may pass the question on. */
export function reaches(role: string, level: DecisionLevel): boolean {
  const own = levelOfRole[role];
  return own !== undefined && placeOf(own) >= placeOf(level);
}

/** The levels above this one. */
export function levelsAbove(level: DecisionLevel) {
  return decisionLevels.slice(placeOf(level) + 1);
}

/** True where somebody of this role manages those who ask. */
export function isManager(role: string): boolean {
  return reaches(role, 'PRACTICE_MANAGER');
}

function placeOf(level: DecisionLevel): number {
  return decisionLevels.findIndex(({ value }) => value === level);
}

/** A time in hours as people say it: `5 hours`, `3 days`. */
export function hoursInWords(hours: number): string {
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return `${Math.round(hours)} ${Math.round(hours) === 1 ? 'hour' : 'hours'}`;
  return `${Math.round(hours / 24)} days`;
}
