import { plainDate, type PlainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Visits to a child under an interim care order who lives with a parent, or who lives with a connected person approved
 * temporarily: at least weekly until the first review after this began, then at most 4 weeks apart.
 *
 * @see SI 2010/959, regulations 24 and 28(4)
 */
export const visitInterim: DutyRule<{ readonly firstReviewOn: PlainDate | null }> = {
  code: 'visit-interim',
  kind: 'VISIT',
  title:
    'Visit every week until the first review, then within 4 weeks of the last: interim order with parents, or connected person',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 28(4)',
  versions: [
    {
      version: 1,
      inForceFrom: plainDate('2011-04-01'),
      dueOn: (last, { firstReviewOn }) => {
        const week = addWeeks(last, 1);
        return firstReviewOn !== null && firstReviewOn <= week ? addWeeks(last, 4) : week;
      },
    },
  ],
};
