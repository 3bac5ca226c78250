import type { DutyFacts } from './duty-facts.ts';
import { healthDuties } from './health-duties.ts';
import { adviserDuties, yearAfterLeavingDuties } from './leaving-care-duties.ts';
import type { MadeDuty } from './made-duty.ts';
import { allocationDecisionDuties, returnInterviewDuties } from './other-duties.ts';
import { carePlanDuties, pathwayDuties } from './plan-duties.ts';
import { reviewDuties } from './review-duties.ts';
import { visitDuties } from './visit-duties.ts';

/**
 * All duties towards one child, done or not. A pure function of what is recorded: it knows no today, so a day that passes
 * changes nothing that is stored.
 */
export function dutiesOfChild(facts: DutyFacts): readonly MadeDuty[] {
  return [
    ...returnInterviewDuties(facts),
    ...visitDuties(facts),
    ...adviserDuties(facts),
    ...reviewDuties(facts),
    ...healthDuties(facts),
    ...carePlanDuties(facts),
    ...pathwayDuties(facts),
    ...allocationDecisionDuties(facts),
    ...yearAfterLeavingDuties(facts),
  ];
}
