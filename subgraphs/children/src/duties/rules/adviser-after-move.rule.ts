import { addDays, plainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/** A personal adviser's visit within 7 days of a move. @see SI 2010/2571, regulation 8(2)(a) */
export const adviserAfterMove: DutyRule = {
  code: 'adviser-after-move',
  kind: 'PERSONAL_ADVISER_VISIT',
  title: 'Personal adviser’s visit within 7 days of a move',
  source: 'Care Leavers (England) Regulations 2010, regulation 8',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (moved) => addDays(moved, 7) }],
};
