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
 * A child's legal status, placement and social worker on a day, as words; null where there was none. Where the list was
 * asked for today, and the history was not, it is how things stand.
 */
export function childOnDay(child: ChildRowFragment, day: PlainDate) {
  const { legalStatuses, placements, socialWorkerEpisodes } = child;
  const worker = socialWorkerEpisodes ? onDay(socialWorkerEpisodes, day)?.worker : child.leadProfessional;
  return {
    legalStatus: (legalStatuses ? onDay(legalStatuses, day)?.legalStatus : child.currentLegalStatus) ?? null,
    placement: (placements ? onDay(placements, day)?.type : child.currentPlacement?.type) ?? null,
    worker: worker ? (worker.name ?? worker.id) : null,
  };
}
