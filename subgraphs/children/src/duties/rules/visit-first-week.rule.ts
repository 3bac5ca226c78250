import { plainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** A visit within a week of the start of any placement. @see SI 2010/959, regulation 28(2)(a) */
export const visitFirstWeek: DutyRule = {
  code: 'visit-first-week',
  kind: 'VISIT',
  title: 'Visit within a week of the start of the placement',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(2)(a)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (placed) => addWeeks(placed, 1) }],
};
