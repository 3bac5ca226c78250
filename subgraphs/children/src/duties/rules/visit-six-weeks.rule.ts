import { plainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Visits at most 6 weeks apart in the first year of a placement, and after it unless the placement is meant to last until
 * the child is 18. A time that begins within the first year is one of 6 weeks.
 *
 * @see SI 2010/959, regulation 28(2)(b) and (c)(ii)
 */
export const visitSixWeeks: DutyRule = {
  code: 'visit-six-weeks',
  kind: 'VISIT',
  title: 'Visit within 6 weeks of the last',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(2)(b) and (c)(ii)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addWeeks(last, 6) }],
};
