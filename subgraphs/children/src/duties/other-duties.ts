import { latest } from './applying.ts';
import type { DutyFacts } from './duty-facts.ts';
import { daySetBy } from './duty-rule.ts';
import { dutiesOf, type MadeDuty } from './made-duty.ts';
import { returnInterview } from './rules/return-interview.rule.ts';
import { section20Prompt } from './rules/section-20-prompt.rule.ts';

/**
 * An interview after each return from being missing. Of returns before the platform knew of the child nobody here can say
 * whether one was held: they make no duty unless it was.
 */
export function returnInterviewDuties({ returns, knownSince }: DutyFacts): MadeDuty[] {
  return returns.flatMap(({ on, id, heldOn, heldId, isDeclined }) => {
    const set = daySetBy(returnInterview, on, undefined);
    const met = heldOn !== null && heldId !== null ? { on: heldOn, id: heldId } : null;
    if (met === null && knownSince !== null && set.dueOn < knownSince) return [];
    const applying = {
      lastDay: null,
      endedOn: isDeclined ? on : null,
      endedBecause: isDeclined ? 'The child did not want the interview.' : null,
      knownSince,
    };
    return dutiesOf(set, met, applying, { isFirst: true, key: id.slice(id.lastIndexOf('.') + 1) });
  });
}

/** `LS` of children accommodated under section 20. */
const SECTION_20 = 'V2';

/** The authority's decision whether a child goes to a practice, prompted 6 months into section 20. */
export function allocationDecisionDuties(facts: DutyFacts): MadeDuty[] {
  return facts.statuses
    .filter(({ code }) => code === SECTION_20)
    .flatMap(({ from, to }) => {
      const applying = {
        lastDay: to,
        endedOn: to,
        endedBecause: to === null ? null : 'The child is no longer looked after under section 20.',
        knownSince: facts.knownSince,
      };
      const allocation = facts.allocations.find(
        (one) => (to === null || one.from <= to) && (one.to === null || one.to >= from),
      );
      const met = allocation ? { on: latest(allocation.from, from), id: allocation.id } : null;
      return dutiesOf(daySetBy(section20Prompt, from, undefined), met, applying, { isFirst: true });
    });
}
