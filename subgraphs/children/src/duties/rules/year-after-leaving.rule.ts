import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * The end of the year for which a child who returned home, was adopted or otherwise left care stays with the practice: the
 * authority ends the allocation. The design of practices asks for it; no regulation times it.
 */
export const yearAfterLeaving: DutyRule = {
  code: 'year-after-leaving',
  kind: 'YEAR_AFTER_LEAVING',
  title: 'End of the allocation a year after leaving care',
  source: 'Design of social work practices: responsibility for a year after leaving care',
  versions: [{ version: 1, inForceFrom: plainDate('2008-01-01'), dueOn: (left) => addMonths(left, 12) }],
};
