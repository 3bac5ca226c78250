import { plainDate, type PlainDate } from '@mainstay/primitives';
import { addMonths, birthday } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * Every later health assessment: in every 6 months before the fifth birthday, in every 12 months after it. A time that
 * would end on the fifth birthday or later is one of 12 months. @see SI 2010/959, regulation 7(3)
 */
export const healthAssessment: DutyRule<{ readonly dateOfBirth: PlainDate }> = {
  code: 'health-assessment',
  kind: 'HEALTH_ASSESSMENT',
  title: 'Health assessment every 6 months under 5, every 12 months from 5 on',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(3)',
  versions: [
    {
      version: 1,
      inForceFrom: plainDate('2011-04-01'),
      dueOn: (last, { dateOfBirth }) => {
        const afterSixMonths = addMonths(last, 6);
        return afterSixMonths < birthday(dateOfBirth, 5) ? afterSixMonths : addMonths(last, 12);
      },
    },
  ],
};
