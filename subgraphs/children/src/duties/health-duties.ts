import type { PlainDate } from '@mainstay/primitives';
import { during } from './applying.ts';
import type { DutyFacts } from './duty-facts.ts';
import { daySetBy, type DaySet } from './duty-rule.ts';
import { chainOf, type MadeDuty } from './made-duty.ts';
import { healthAssessment } from './rules/health-assessment.rule.ts';
import { initialHealthAssessment } from './rules/initial-health-assessment.rule.ts';

/** Health assessments, in each period of care: one before the first review, then one after the other. */
export function healthDuties(facts: DutyFacts): MadeDuty[] {
  const next = (last: PlainDate): DaySet => daySetBy(healthAssessment, last, facts);
  return facts.care.flatMap((care) => {
    const applying = during(care, 'The child left care.', facts);
    const firstReviewOn = facts.reviews.find(({ on }) => on >= care.from)?.on ?? null;
    const begin = care.isStartKnown ? daySetBy(initialHealthAssessment, care.from, { firstReviewOn }) : next(care.from);
    return chainOf(facts.healthAssessments, applying, { begin, next });
  });
}
