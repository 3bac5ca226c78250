import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** The second review, within 3 months of the first. @see SI 2010/959, regulation 33(2) */
export const secondReview: DutyRule = {
  code: 'second-review',
  kind: 'REVIEW',
  title: 'Second review within 3 months of the first',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (first) => addMonths(first, 3) }],
};
