import { plainDate, type PlainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Visits to a child placed with a parent before the assessment is complete: at least weekly until the first review after
 * the child was placed there, then at most 6 weeks apart. @see SI 2010/959, regulations 19 and 28(3)
 */
export const visitBeforeAssessment: DutyRule<{ readonly firstReviewOn: PlainDate | null }> = {
  code: 'visit-before-assessment',
  kind: 'VISIT',
  title: 'Visit every week until the first review, then within 6 weeks of the last: with parents before the assessment',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 19 and 28(3)',
  versions: [
    {
      version: 1,
      inForceFrom: plainDate('2011-04-01'),
      dueOn: (last, { firstReviewOn }) => {
        const week = addWeeks(last, 1);
        return firstReviewOn !== null && firstReviewOn <= week ? addWeeks(last, 6) : week;
      },
    },
  ],
};
