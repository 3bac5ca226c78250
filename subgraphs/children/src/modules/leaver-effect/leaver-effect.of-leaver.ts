import { addDays, type PlainDate } from '@mainstay/primitives';
import { continuityOf, type ContinuityFacts } from '../continuity/continuity.of-child.ts';

/** The end of a worker's time with an employer. */
export interface Leaving {
  readonly workerId: string;
  /** The last day. */
  readonly endedOn: PlainDate;
}

/** What a leaving did to children: `LeaverEffect` of the graph. */
export interface LeaverEffect {
  readonly children: number;
  readonly changed: number;
  readonly leftWithout: number;
  readonly daysWithout: number;
  readonly alreadyUnsettled: number;
  readonly kept: number;
}

/** How many days around the end of a post count as the leaving. */
export const LEAVING_DAYS = 28;
const UNSETTLED_CHANGES = 2;

/**
 * What a leaving did to the children whom the worker led in the 28 days up to it and who were in care on its last day.
 * The one who leads is the one who took over last, as everywhere.
 */
export function effectOfLeaving(
  { workerId, endedOn }: Leaving,
  children: readonly ContinuityFacts[],
  today: PlainDate,
): LeaverEffect {
  const effects = children.flatMap((facts) => effectOnChild({ workerId, endedOn }, facts, today) ?? []);
  const many = (is: (effect: EffectOnChild) => boolean): number => effects.filter(is).length;
  return {
    children: effects.length,
    changed: many(({ hasChanged }) => hasChanged),
    leftWithout: many(({ daysWithout }) => daysWithout > 0),
    daysWithout: effects.reduce((sum, { daysWithout }) => sum + daysWithout, 0),
    alreadyUnsettled: many(({ hasChanged, changesBefore }) => hasChanged && changesBefore >= UNSETTLED_CHANGES),
    kept: many(({ isKept }) => isKept),
  };
}

interface EffectOnChild {
  readonly hasChanged: boolean;
  readonly isKept: boolean;
  readonly daysWithout: number;
  readonly changesBefore: number;
}

/** Null for a child whom the worker did not lead in those days, or who was not in care on the last. */
function effectOnChild({ workerId, endedOn }: Leaving, facts: ContinuityFacts, today: PlainDate): EffectOnChild | null {
  const isInCare = facts.care.some((time) => time.startedOn <= endedOn && (time.endedOn ?? '9999-12-31') > endedOn);
  if (!isInCare || !wasLedBy(workerId, facts, endedOn)) return null;
  const from = addDays(endedOn, 1 - LEAVING_DAYS);
  const isKept = facts.workers.some(
    (time) =>
      time.workerId === workerId &&
      time.startedOn <= endedOn &&
      (time.endedOn === null || time.endedOn > addDays(endedOn, LEAVING_DAYS)),
  );
  const since = from > today ? null : continuityOf(facts, from, today);
  const after = addDays(endedOn, 1);
  const first = after > today ? undefined : continuityOf(facts, after, today).gaps[0];
  const isLeft = first?.from === after || endsBefore(first?.from ?? null, workerId, facts, endedOn);
  const yearBefore = continuityOf(facts, addDays(from, -365), addDays(from, -1));
  return {
    hasChanged: !isKept && (since?.changes ?? []).some(({ before }) => before === workerId),
    isKept,
    daysWithout: first && isLeft && !isKept ? first.days : 0,
    changesBefore: yearBefore.changes.length,
  };
}

function endsBefore(
  gap: PlainDate | null,
  workerId: string,
  { workers }: ContinuityFacts,
  endedOn: PlainDate,
): boolean {
  // A gap counts that the leaver's own time with the child ends in, within the days of the leaving.
  return (
    gap !== null &&
    gap <= addDays(endedOn, LEAVING_DAYS + 1) &&
    workers.some((time) => time.workerId === workerId && time.endedOn !== null && addDays(time.endedOn, 1) === gap)
  );
}

function wasLedBy(workerId: string, { workers }: ContinuityFacts, endedOn: PlainDate): boolean {
  const from = addDays(endedOn, 1 - LEAVING_DAYS);
  const overlapping = workers.filter(
    (time) => time.startedOn <= endedOn && (time.endedOn === null || time.endedOn >= from),
  );
  return overlapping.some(
    (time) =>
      time.workerId === workerId &&
      // Somebody who took over before those days began leads instead.
      !overlapping.some(
        (other) =>
          other.workerId !== workerId &&
          other.startedOn > time.startedOn &&
          other.startedOn <= from &&
          (other.endedOn === null || other.endedOn >= endedOn),
      ),
  );
}
