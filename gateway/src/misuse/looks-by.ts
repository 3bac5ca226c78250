import type { Finding, Look, MisuseFacts, PersonFacts } from './facts.ts';

const MOST_EVENTS = 20;

/** All looks of one person at one child. */
export interface LooksAtChild {
  readonly person: PersonFacts;
  readonly childId: string;
  /** Oldest first; at least one. */
  readonly looks: readonly [Look, ...Look[]];
}

/** The looks by person and child, of people who are known. */
export function looksByPersonAndChild({ looks, people }: MisuseFacts): LooksAtChild[] {
  const groups = Map.groupBy(looks, ({ subject, childId }) => JSON.stringify([subject, childId]));
  return [...groups.values()].flatMap((group): LooksAtChild[] => {
    const [first, ...rest] = group.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const person = first && people.get(first.subject);
    return first && person ? [{ person, childId: first.childId, looks: [first, ...rest] }] : [];
  });
}

/** A finding about one person and one child. */
export function findingOf(
  { person, childId, looks }: LooksAtChild,
  { detector, explanation }: Pick<Finding, 'detector' | 'explanation'>,
): Finding {
  return {
    detector,
    explanation,
    childId,
    subject: person.subject,
    at: looks[0].at,
    eventIds: looks.slice(0, MOST_EVENTS).map(({ eventId }) => eventId),
  };
}

const HOUR_MS = 3_600_000;
const MOST_HOURS = 10_000;
/** England's clocks differ from UTC by whole hours: all instants of an hour have one day. Asked for every look, often. */
const days = new Map<number, string>();

/** The day in England at an instant. */
export function dayOf(at: Date): string {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const known = days.get(hour);
  if (known !== undefined) return known;
  if (days.size >= MOST_HOURS) days.clear();
  const day = inEngland(at).toPlainDate().toString();
  days.set(hour, day);
  return day;
}

/** An instant as clocks and calendars in England show it. */
export function inEngland(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London');
}
