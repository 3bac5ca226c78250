import type { TagColour } from '../components/notices.tsx';
import type { DutyKind, DutyState } from '../generated/operations.ts';
import { formatCount } from '../format/format.ts';

/** The states of what is not done yet, worst first, as people say them. */
export const openStates: readonly { readonly value: DutyState; readonly text: string; readonly colour: TagColour }[] = [
  { value: 'LATE', text: 'Late', colour: 'red' },
  { value: 'NOT_RECORDED', text: 'Not recorded', colour: 'orange' },
  { value: 'DUE_SOON', text: 'Within 7 days', colour: 'yellow' },
  { value: 'DUE', text: 'Later', colour: 'grey' },
];

/** The state of a duty, and how late it is: `Late by 12 days`. */
export function stateInWords(state: DutyState, daysLate: number): string {
  if (state === 'LATE') return `Late by ${formatCount(daysLate, 'day')}`;
  return openStates.find(({ value }) => value === state)?.text ?? 'Done';
}

/** Where, below a child's address, a duty is seen to. */
const PLACES: Readonly<Record<DutyKind, string>> = {
  RETURN_INTERVIEW: 'missing',
  VISIT: 'visits/new',
  PERSONAL_ADVISER_VISIT: 'visits/new',
  REVIEW: 'reviews',
  HEALTH_ASSESSMENT: 'health',
  CARE_PLAN: 'plans',
  PATHWAY_PLAN: 'plans',
  PATHWAY_PLAN_REVIEW: 'plans',
  ALLOCATION_DECISION: '',
  YEAR_AFTER_LEAVING: '',
};

/** The address of the task itself, not of a list of forms. */
export function taskPath(childPath: string, kind: DutyKind): string {
  const place = PLACES[kind];
  return place === '' ? childPath : `${childPath}/${place}`;
}
