import type { Detector } from '../facts.ts';
import { findingOf, looksByPersonAndChild } from '../looks-by.ts';

/** Somebody opened the record of a child whose home has the postcode of their own: some fifteen households share one. */
export const sameAddress: Detector = (facts) =>
  looksByPersonAndChild(facts).flatMap((group) => {
    const code = group.person.postcodeCode;
    if (code === null || facts.children.get(group.childId)?.postcodeCode !== code) return [];
    const explanation =
      'Opened the record of a child whose home has the same postcode as their own. They may be neighbours or family.';
    return [findingOf(group, { detector: 'SAME_ADDRESS', explanation })];
  });
