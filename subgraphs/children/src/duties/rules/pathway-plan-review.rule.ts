import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** Reviews of the pathway plan, at most 6 months apart. @see SI 2010/2571, regulation 7 */
export const pathwayPlanReview: DutyRule = {
  code: 'pathway-plan-review',
  kind: 'PATHWAY_PLAN_REVIEW',
  title: 'Review of the pathway plan within 6 months of the last',
  source: 'Care Leavers (England) Regulations 2010, regulation 7',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addMonths(last, 6) }],
};
