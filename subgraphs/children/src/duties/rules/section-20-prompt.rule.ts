import { plainDate } from '@mainstay/primitives';
import { addMonths } from '../due-dates.ts';
import type { DutyRule } from '../duty-rule.ts';

/**
 * A child looked after under section 20 for 6 months: the authority decides whether the child goes to a practice. A
 * decision of the authority's alone, which no regulation times: the design of practices asks for the prompt.
 */
export const section20Prompt: DutyRule = {
  code: 'section-20-prompt',
  kind: 'ALLOCATION_DECISION',
  title: 'Decision on allocation to a practice after 6 months under section 20',
  source: 'Design of social work practices: children looked after under section 20 of the Children Act 1989',
  versions: [{ version: 1, inForceFrom: plainDate('2008-01-01'), dueOn: (began) => addMonths(began, 6) }],
};
