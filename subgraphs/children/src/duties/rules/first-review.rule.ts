import { addWorkingDays, plainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/** The first review, within 20 working days of the start of care. @see SI 2010/959, regulation 33(1) */
export const firstReview: DutyRule = {
  code: 'first-review',
  kind: 'REVIEW',
  title: 'First review within 20 working days of the start of care',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (careBegan) => addWorkingDays(careBegan, 20) }],
};
