import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** Every later review, at most 6 months after the one before. @see SI 2010/959, regulation 33(2) */
export const laterReview: DutyRule = {
  code: 'later-review',
  kind: 'REVIEW',
  title: 'Review within 6 months of the last',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addMonths(last, 6) }],
};
