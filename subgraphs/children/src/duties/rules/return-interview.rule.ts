import { addDays, plainDate } from '@mainstay/primitives';
import type { DutyRule } from '../duty-rule.ts';

/**
 * An interview within 72 hours of coming back from being missing: by the third day after the return, for the record knows
 * days. @see Statutory guidance on children who run away or go missing from home or care, 2014
 */
export const returnInterview: DutyRule = {
  code: 'return-interview',
  kind: 'RETURN_INTERVIEW',
  title: 'Return interview within 72 hours of the return',
  source: 'Statutory guidance on children who run away or go missing from home or care (2014)',
  versions: [{ version: 1, inForceFrom: plainDate('2014-01-01'), dueOn: (back) => addDays(back, 3) }],
};
