import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/** A personal adviser's visits, at most 2 months apart. @see SI 2010/2571, regulation 8(2)(c) */
export const adviserTwoMonths: DutyRule = {
  code: 'adviser-two-months',
  kind: 'PERSONAL_ADVISER_VISIT',
  title: 'Personal adviser’s visit within 2 months of the last',
  source: 'Care Leavers (England) Regulations 2010, regulation 8',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (last) => addMonths(last, 2) }],
};
