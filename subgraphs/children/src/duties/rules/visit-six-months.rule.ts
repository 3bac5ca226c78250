import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Visits at most 6 months apart, after the first year of a long-term foster placement, where a child of sufficient
 * understanding agrees to fewer visits. Before that came into force there was no such agreement.
 *
 * @see SI 2010/959, regulation 28(3A), inserted by SI 2015/495
 */
export const visitSixMonths: DutyRule = {
  code: 'visit-six-months',
  kind: 'VISIT',
  title: 'Visit within 6 months of the last, as the child agreed in a long-term foster placement',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(3A)',
  versions: [{ version: 1, inForceFrom: plainDate('2015-04-01'), dueOn: (last) => addMonths(last, 6) }],
};
