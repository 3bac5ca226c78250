import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import { during, latest, until } from './applying.ts';
import { birthday } from './due-dates.ts';
import type { DutyFacts } from './duty-facts.ts';
import { daySetBy, type DaySet } from './duty-rule.ts';
import { chainOf, dutiesOf, firstFrom, type MadeDuty } from './made-duty.ts';
import { carePlan } from './rules/care-plan.rule.ts';
import { pathwayPlanReview } from './rules/pathway-plan-review.rule.ts';
import { pathwayPlan } from './rules/pathway-plan.rule.ts';

/** A plan made in the weeks before the child came into care is the plan of that care. */
const DAYS_A_PLAN_MAY_COME_BEFORE = 28;

/** 13 weeks in care from the 14th birthday on make an eligible child. */
const DAYS_TO_BE_ELIGIBLE = 91;

/** The first care plan, in each period of care whose beginning is known. */
export function carePlanDuties(facts: DutyFacts): MadeDuty[] {
  return facts.care.flatMap((care) => {
    if (!care.isStartKnown) return [];
    const applying = during(care, 'The child left care.', facts);
    const made = firstFrom(facts.carePlans, addDays(care.from, -DAYS_A_PLAN_MAY_COME_BEFORE), applying);
    return dutiesOf(daySetBy(carePlan, care.from, undefined), made, applying, { isFirst: true });
  });
}

/** The pathway plan of a child who is eligible, and its reviews until the 21st birthday. */
export function pathwayDuties(facts: DutyFacts): MadeDuty[] {
  const eligible = eligibleFrom(facts);
  if (eligible === null) return [];
  const applying = until(birthday(facts.dateOfBirth, 21), 'The young person turned 21.', facts);
  const made = firstFrom(facts.pathwayPlans, birthday(facts.dateOfBirth, 15), applying);
  const first = dutiesOf(daySetBy(pathwayPlan, eligible, undefined), made, applying, { isFirst: true });
  if (!made) return first;
  const next = (last: PlainDate): DaySet => daySetBy(pathwayPlanReview, last, undefined);
  const after = facts.pathwayPlanReviews.filter(({ on }) => on > made.on);
  return [...first, ...chainOf(after, applying, { begin: next(made.on), next })];
}

/**
 * The day on which the child became eligible: in care on or after the 16th birthday, and for 13 weeks in all from the 14th
 * on. Care that lasts is taken to go on. Null when the child never was, or would not be.
 */
export function eligibleFrom({ dateOfBirth, care }: DutyFacts): PlainDate | null {
  const [fourteen, sixteen, eighteen] = [14, 16, 18].map((age) => birthday(dateOfBirth, age)) as [
    PlainDate,
    PlainDate,
    PlainDate,
  ];
  let days = 0;
  for (const { from, to } of care) {
    const begins = latest(from, fourteen);
    const ends = to === null || to > eighteen ? eighteen : to;
    if (ends <= begins) continue;
    const reached = latest(addDays(begins, Math.max(0, DAYS_TO_BE_ELIGIBLE - days)), sixteen);
    if (reached <= ends) return reached;
    days += daysBetween(begins, ends);
  }
  return null;
}
