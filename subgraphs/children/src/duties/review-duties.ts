import { daySetBy } from './duty-rule.ts';
import { during } from './applying.ts';
import type { DutyFacts } from './duty-facts.ts';
import { chainOf, dutiesOf, firstAfter, firstFrom, type MadeDuty } from './made-duty.ts';
import { firstReview } from './rules/first-review.rule.ts';
import { laterReview } from './rules/later-review.rule.ts';
import { secondReview } from './rules/second-review.rule.ts';

/**
 * Reviews of the child's case, in each period of care: the first, the second, and one after the other from then on. Where
 * the record begins in the middle of a period, nobody knows which review was the first: all are later ones.
 */
export function reviewDuties(facts: DutyFacts): MadeDuty[] {
  return facts.care.flatMap((care) => {
    const applying = during(care, 'The child left care.', facts);
    const later = { next: (since: typeof care.from) => daySetBy(laterReview, since, undefined) };
    if (!care.isStartKnown) return chainOf(facts.reviews, applying, { begin: later.next(care.from), ...later });
    const first = firstFrom(facts.reviews, care.from, applying);
    const duties = dutiesOf(daySetBy(firstReview, care.from, undefined), first, applying, { isFirst: true });
    if (!first) return duties;
    const second = firstAfter(facts.reviews, first.on, applying);
    duties.push(...dutiesOf(daySetBy(secondReview, first.on, undefined), second, applying, { isFirst: false }));
    let last = second;
    while (last) {
      const set = later.next(last.on);
      last = firstAfter(facts.reviews, last.on, applying);
      duties.push(...dutiesOf(set, last, applying, { isFirst: false }));
    }
    return duties;
  });
}
