import { OrdinaryWork } from '../allocation.ts';
import type { Detector } from '../facts.ts';
import { findingOf, looksByPersonAndChild } from '../looks-by.ts';

/** A family name that more of the children looked at bear says little. */
const COMMON_NAME = 8;

/** Somebody opened the record of a child with their own family name, unless the name is common here or it was their work. */
export const sameSurname: Detector = (facts) => {
  const work = new OrdinaryWork(facts);
  const bearers = Map.groupBy(facts.children.values(), ({ familyNameCode }) => familyNameCode);
  return looksByPersonAndChild(facts).flatMap((group) => {
    const { person, childId, looks } = group;
    const code = person.familyNameCode;
    if (code === null || facts.children.get(childId)?.familyNameCode !== code) return [];
    if ((bearers.get(code)?.length ?? 0) > COMMON_NAME || looks.every((look) => work.explains(look))) return [];
    const explanation =
      'Opened the record of a child who bears the same family name. It may be chance; the two may be related.';
    return [findingOf(group, { detector: 'SAME_SURNAME', explanation })];
  });
};
