import { formatPeriod, type TagColour } from '@mainstay/web-kit';
import type { InspectionRowFragment, InspectionStatus } from '../generated/operations.ts';

const states: Readonly<Record<InspectionStatus, { readonly words: string; readonly colour: TagColour }>> = {
  AGREED: { words: 'Not begun', colour: 'grey' },
  OPEN: { words: 'Open', colour: 'purple' },
  CLOSED: { words: 'Closed', colour: 'grey' },
};

/** Where an inspection stands, in words and as the colour of its tag. */
export function statusInWords(status: InspectionStatus) {
  return states[status];
}

/** `1 March 2026 to 14 March 2026`. */
export function daysInWords({ from, to }: Pick<InspectionRowFragment, 'from' | 'to'>): string {
  return formatPeriod(from, to);
}
