import { OrdinaryWork } from '../allocation.ts';
import type { ChildFacts, Detector, PersonFacts } from '../facts.ts';
import { findingOf, looksByPersonAndChild } from '../looks-by.ts';

/**
 * Somebody opened the record of a child who shares family name and home postcode with a colleague of the same
 * organisation, and it was not their work: likely the colleague's own family.
 */
export const colleaguesChild: Detector = (facts) => {
  const work = new OrdinaryWork(facts);
  const byHome = Map.groupBy(facts.people.values(), homeOf);
  return looksByPersonAndChild(facts).flatMap((group) => {
    const child = facts.children.get(group.childId);
    const home = child && homeOf(child);
    if (!home || group.looks.every((look) => work.explains(look))) return [];
    const colleagues = (byHome.get(home) ?? []).filter(
      ({ subject, organisation }) => subject !== group.person.subject && organisation === group.person.organisation,
    );
    if (colleagues.length === 0) return [];
    const explanation =
      'Opened the record of a child who shares family name and postcode with a colleague. The child may be the ' +
      "colleague's own family: such records are best restricted to named people.";
    return [findingOf(group, { detector: 'COLLEAGUES_CHILD', explanation })];
  });
};

function homeOf({ familyNameCode, postcodeCode }: PersonFacts | ChildFacts): string | null {
  return familyNameCode === null || postcodeCode === null ? null : `${familyNameCode} ${postcodeCode}`;
}
