import { addDays, plainDate, type PlainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/**
 * The personal adviser's second visit after a move: by the review of the pathway plan 28 days after it. A first visit that
 * was made later than that is taken for it. @see SI 2010/2571, regulations 7 and 8
 */
export const adviserFirstReview: DutyRule<{ readonly movedOn: PlainDate }> = {
  code: 'adviser-first-review',
  kind: 'PERSONAL_ADVISER_VISIT',
  title: 'Personal adviser’s visit by the review of the pathway plan 28 days after a move',
  source: 'Care Leavers (England) Regulations 2010, regulations 7 and 8',
  versions: [{ version: 1, inForceFrom: plainDate('2011-04-01'), dueOn: (_last, { movedOn }) => addDays(movedOn, 28) }],
};
