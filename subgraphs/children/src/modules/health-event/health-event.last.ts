import type { PlainDate } from '@mainstay/primitives';
import type { HealthEventEntity, HealthEventKind } from './health-event.entity.ts';

/** What has a day by which it is due, and is asked for by the day it was last done. */
export type HealthCheck = 'HEALTH_ASSESSMENT' | 'DENTAL_CHECK';

const kindsOf: Readonly<Record<HealthCheck, readonly HealthEventKind[]>> = {
  HEALTH_ASSESSMENT: ['INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT'],
  DENTAL_CHECK: ['DENTAL_CHECK'],
};

/** The day a check was last done, up to `on`; null when it never was. What was declined or missed was not done. */
export function lastDoneOn(
  events: readonly Pick<HealthEventEntity, 'kind' | 'happenedOn' | 'outcome'>[],
  check: HealthCheck,
  on: PlainDate,
): PlainDate | null {
  const days = events
    .filter(({ kind, outcome, happenedOn }) => kindsOf[check].includes(kind) && outcome === 'DONE' && happenedOn <= on)
    .map(({ happenedOn }) => happenedOn);
  return days.toSorted().at(-1) ?? null;
}

/** The newest two scores that carers gave, and how far they are apart: `SdqChange` of the graph. */
export interface SdqChange<Row> {
  readonly before: Row;
  readonly now: Row;
  readonly points: number;
}

/** How the total difficulties score changed from the last but one that a carer gave to the last; null with fewer than two. */
export function sdqChange<Row extends Pick<HealthEventEntity, 'happenedOn' | 'sdqScore' | 'sdqCompletedBy'>>(
  events: readonly Row[],
): SdqChange<Row> | null {
  const [now, before] = events
    .filter(({ sdqScore, sdqCompletedBy }) => sdqScore !== null && sdqCompletedBy === 'CARER')
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1));
  return now && before ? { before, now, points: (now.sdqScore ?? 0) - (before.sdqScore ?? 0) } : null;
}
