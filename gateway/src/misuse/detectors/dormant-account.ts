import type { Detector, Finding, Use } from '../facts.ts';

const DORMANT_DAYS = 90;
const DAY_MS = 86_400_000;

/** An account that was not used for 90 days: one that still could be, and one that suddenly was. */
export const dormantAccount: Detector = (facts) => {
  const uses = Map.groupBy(facts.uses, ({ subject }) => subject);
  return [...facts.people.values()].flatMap((person): Finding[] => {
    const idle = idleDays(person.lastSeenAt, facts.now);
    if (idle >= DORMANT_DAYS) return [stillOpen(person.subject, person.lastSeenAt, idle)];
    const woken = wakingOf(uses.get(person.subject) ?? []);
    return woken ? [woken] : [];
  });
};

function stillOpen(subject: string, at: Date, idle: number): Finding {
  return {
    detector: 'DORMANT_ACCOUNT',
    subject,
    childId: null,
    at,
    explanation: `Not used for ${idle} days, and still open. Close it unless its owner is coming back.`,
    eventIds: [],
  };
}

function wakingOf(uses: readonly Use[]): Finding | null {
  const sorted = uses.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, use] of sorted.entries()) {
    const before = sorted[index - 1];
    const idle = before ? idleDays(before.at, use.at) : 0;
    if (idle < DORMANT_DAYS) continue;
    return {
      detector: 'DORMANT_ACCOUNT',
      subject: use.subject,
      childId: null,
      at: use.at,
      explanation: `Used again after ${idle} days. Long leave would explain it; so would somebody else with the password.`,
      eventIds: [use.eventId],
    };
  }
  return null;
}

function idleDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}
