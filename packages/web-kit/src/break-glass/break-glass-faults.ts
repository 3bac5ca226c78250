import type { FormFault } from '../components/error-summary.tsx';

/** The least that a reason can be said in, in characters: the graph refuses less. */
export const SHORTEST_REASON = 20;

/** What is wrong with what was entered, before it is sent. */
export function breakGlassFaults({
  localId,
  reason,
}: {
  readonly localId: string;
  readonly reason: string;
}): FormFault[] {
  const faults: FormFault[] = [];
  if (!localId) faults.push({ message: 'Enter the authority’s number for the child', fieldId: 'localId' });
  if (reason.length < SHORTEST_REASON) {
    faults.push({ message: `Say in ${SHORTEST_REASON} characters or more why you need to see it`, fieldId: 'reason' });
  }
  return faults;
}
