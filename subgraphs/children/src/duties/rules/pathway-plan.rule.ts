import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * The pathway plan of an eligible child: within the 3 months that the assessment of needs may take from the 16th birthday,
 * or from the later day on which the child became eligible. @see SI 2010/959, regulations 40 to 43
 */
export const pathwayPlan: DutyRule = {
  code: 'pathway-plan',
  kind: 'PATHWAY_PLAN',
  title: 'Pathway plan within 3 months of becoming eligible at 16 or later',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 40 to 43',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (eligible) => addMonths(eligible, 3) }],
};
