import type { DutyFacts } from './duty-facts.ts';
import { chainOf, type MadeDuty } from './made-duty.ts';
import { visitArrangements } from './visit-arrangements.ts';

/**
 * Visits to the child, in each placement: the first, then one after the other. Only visits at which the child was seen
 * count. A child who is missing is due a visit like every other: nothing suspends the duty.
 */
export function visitDuties(facts: DutyFacts): MadeDuty[] {
  return visitArrangements(facts).flatMap((arrangement) => chainOf(facts.visits, arrangement, arrangement));
}
