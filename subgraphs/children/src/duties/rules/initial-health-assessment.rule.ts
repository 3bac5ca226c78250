import { addWorkingDays, plainDate, type PlainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/**
 * The first health assessment, before the first review: before the day it is held, and not later than the day by which it
 * must be held, so that a late review gives no more time. @see SI 2010/959, regulation 7(1)
 */
export const initialHealthAssessment: DutyRule<{ readonly firstReviewOn: PlainDate | null }> = {
  code: 'initial-health-assessment',
  kind: 'HEALTH_ASSESSMENT',
  title: 'Health assessment before the first review',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(1)',
  versions: [
    {
      version: 1,
      inForceFrom: plainDate('2011-04-01'),
      dueOn: (careBegan, { firstReviewOn }) => {
        const latest = addWorkingDays(careBegan, 20);
        return firstReviewOn !== null && firstReviewOn < latest ? firstReviewOn : latest;
      },
    },
  ],
};
