import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Visits at most 3 months apart, after the first year of a placement that is meant to last until the child is 18.
 *
 * @see SI 2010/959, regulation 28(2)(c)(i)
 */
export const visitThreeMonths: DutyRule = {
  code: 'visit-three-months',
  kind: 'VISIT',
  title: 'Visit within 3 months of the last, in a placement meant to last until 18',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(2)(c)(i)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addMonths(last, 3) }],
};
