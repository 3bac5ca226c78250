import type { PlainDate } from '@mainstay/primitives';
import type { ChildRowFragment } from '../generated/operations.ts';

interface Dated {
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

/** What was so on a day; the newest when two were, as where one ended and the next began. */
export function onDay<T extends Dated>(times: readonly T[], day: PlainDate): T | undefined {
  return times
    .filter(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day))
    .reduce<T | undefined>((newest, time) => (newest && newest.startedOn > time.startedOn ? newest : time), undefined);
}

/**
 * A child's legal status, placement and social worker on a day, as words; null where there was none. Where the past is
 * withheld from the viewer, how things stand today is told all the same.
 */
export function childOnDay(child: ChildRowFragment, day: PlainDate, today: PlainDate) {
  const now = day === today ? child : null;
  const worker = onDay(child.socialWorkerEpisodes, day)?.worker ?? now?.leadProfessional;
  return {
    legalStatus: onDay(child.legalStatuses, day)?.legalStatus ?? now?.currentLegalStatus ?? null,
    placement: onDay(child.placements, day)?.type ?? now?.currentPlacement?.type ?? null,
    worker: worker ? (worker.name ?? worker.id) : null,
  };
}
