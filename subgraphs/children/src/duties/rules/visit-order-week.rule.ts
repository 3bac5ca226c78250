import { plainDate } from '@mainstay/primitives';
import { addWeeks } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * A visit to a child who lives with a parent under a care order, within a week of the order, or of coming to live there
 * under it. @see SI 2010/959, regulation 28(5)(a)
 */
export const visitOrderWeek: DutyRule = {
  code: 'visit-order-week',
  kind: 'VISIT',
  title: 'Visit within a week of the care order, for a child with parents',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(5)(a)',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (made) => addWeeks(made, 1) }],
};
