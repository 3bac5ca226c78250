import { OrdinaryWork } from '../allocation.ts';
import type { Detector } from '../facts.ts';
import { dayOf, findingOf, looksByPersonAndChild } from '../looks-by.ts';

/** Coming back to one child on another day is more than a question on the telephone. */
const FEWEST_DAYS = 2;

/**
 * A social worker who opened the record of a child allocated to somebody else on two days or more, and is not about to
 * take the child over. Days of standing in for a colleague are let be.
 */
export const unallocatedAccess: Detector = (facts) => {
  const work = new OrdinaryWork(facts);
  return looksByPersonAndChild(facts).flatMap((group) => {
    const { person, childId, looks } = group;
    if (person.role !== 'swp-worker' || person.workerId === null || !facts.children.has(childId)) return [];
    const unexplained = new Set(looks.filter((look) => !work.explains(look)).map(({ at }) => dayOf(at)));
    if (unexplained.size < FEWEST_DAYS) return [];
    const explanation =
      `Opened the record on ${unexplained.size} days without being the child's allocated worker, before or after. ` +
      'Joint work, or an arrangement that is not on record, would explain it.';
    return [findingOf(group, { detector: 'UNALLOCATED_ACCESS', explanation })];
  });
};
