import type { Detector, Finding, Look } from '../facts.ts';
import { inEngland } from '../looks-by.ts';

/** So many children's records within an hour, out of hours: nobody reads them, somebody takes them. */
const FEWEST_CHILDREN = 10;
const HOUR_MS = 3_600_000;
const FIRST_HOUR = 7;
const LAST_HOUR = 20;
const SATURDAY = 6;

/** Ten or more children's records opened within an hour before 7, after 20 o'clock or at a weekend; one finding a night. */
export const outOfHoursBurst: Detector = (facts) => {
  const looks = facts.looks.filter(({ at }) => isOutOfHours(at)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [...Map.groupBy(looks, ({ subject }) => subject).values()].flatMap(burstsOf);
};

function burstsOf(looks: readonly Look[]): Finding[] {
  const found: Finding[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, first] of looks.entries()) {
    // The rest of a night that was told is not told again.
    if (first.at.getTime() - last < 12 * HOUR_MS) continue;
    const within = looks.slice(index).filter(({ at }) => at.getTime() - first.at.getTime() <= HOUR_MS);
    const children = new Set(within.map(({ childId }) => childId));
    if (children.size < FEWEST_CHILDREN) continue;
    last = first.at.getTime();
    found.push({
      detector: 'OUT_OF_HOURS_BURST',
      subject: first.subject,
      childId: null,
      at: first.at,
      explanation: `Opened the records of ${children.size} children within an hour, out of hours. An emergency duty shift or a deadline would explain it.`,
      eventIds: within.slice(0, 20).map(({ eventId }) => eventId),
    });
  }
  return found;
}

function isOutOfHours(at: Date): boolean {
  const { hour, dayOfWeek } = inEngland(at);
  return dayOfWeek >= SATURDAY || hour < FIRST_HOUR || hour >= LAST_HOUR;
}
