import { addWorkingDays, plainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/** The care plan, within 10 working days of the start of care. @see SI 2010/959, regulation 4 */
export const carePlan: DutyRule = {
  code: 'care-plan',
  kind: 'CARE_PLAN',
  title: 'Care plan within 10 working days of the start of care',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (careBegan) => addWorkingDays(careBegan, 10) }],
};
