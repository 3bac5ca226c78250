import { plainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** Visits at most 6 weeks apart to a child with a parent under a care order. @see SI 2010/959, regulation 28(5)(b) */
export const visitOrder: DutyRule = {
  code: 'visit-order',
  kind: 'VISIT',
  title: 'Visit within 6 weeks of the last, for a child with parents under a care order',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(5)(b)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addWeeks(last, 6) }],
};
