import type { DutyRule } from '../duty-rule.ts';
import { adviserAfterMove } from './adviser-after-move.rule.ts';
import { adviserFirstReview } from './adviser-first-review.rule.ts';
import { adviserTwoMonths } from './adviser-two-months.rule.ts';
import { carePlan } from './care-plan.rule.ts';
import { firstReview } from './first-review.rule.ts';
import { healthAssessment } from './health-assessment.rule.ts';
import { initialHealthAssessment } from './initial-health-assessment.rule.ts';
import { laterReview } from './later-review.rule.ts';
import { pathwayPlanReview } from './pathway-plan-review.rule.ts';
import { pathwayPlan } from './pathway-plan.rule.ts';
import { returnInterview } from './return-interview.rule.ts';
import { secondReview } from './second-review.rule.ts';
import { section20Prompt } from './section-20-prompt.rule.ts';
import { visitBeforeAssessment } from './visit-before-assessment.rule.ts';
import { visitFirstWeek } from './visit-first-week.rule.ts';
import { visitInterim } from './visit-interim.rule.ts';
import { visitOrderWeek } from './visit-order-week.rule.ts';
import { visitOrder } from './visit-order.rule.ts';
import { visitSixMonths } from './visit-six-months.rule.ts';
import { visitSixWeeks } from './visit-six-weeks.rule.ts';
import { visitThreeMonths } from './visit-three-months.rule.ts';
import { yearAfterLeaving } from './year-after-leaving.rule.ts';

/** What every rule is known by. */
export type KnownRule = Pick<DutyRule, 'code' | 'kind' | 'title' | 'source'>;

const rules: readonly KnownRule[] = [
  returnInterview,
  visitFirstWeek,
  visitSixWeeks,
  visitThreeMonths,
  visitSixMonths,
  visitBeforeAssessment,
  visitInterim,
  visitOrderWeek,
  visitOrder,
  adviserAfterMove,
  adviserFirstReview,
  adviserTwoMonths,
  firstReview,
  secondReview,
  laterReview,
  initialHealthAssessment,
  healthAssessment,
  carePlan,
  pathwayPlan,
  pathwayPlanReview,
  section20Prompt,
  yearAfterLeaving,
];

/** The rules by code. */
export const dutyRules: ReadonlyMap<string, KnownRule> = new Map(rules.map((rule) => [rule.code, rule]));
