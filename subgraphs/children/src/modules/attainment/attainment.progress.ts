import type { AttainmentEntity, AttainmentStanding } from './attainment.entity.ts';

/** How far a child has come in one subject from where the child started: `AttainmentProgress` of the graph. */
export interface AttainmentProgress<Result> {
  readonly start: Result;
  readonly latest: Result;
  readonly steps: number;
}

type Result = Pick<AttainmentEntity, 'subject' | 'assessedOn' | 'isStartingPoint' | 'standing'>;

const bands: readonly AttainmentStanding[] = ['WELL_BELOW', 'BELOW', 'EXPECTED', 'ABOVE'];

/**
 * The progress in each subject: from the first starting point on record to the newest result after it, in bands of standing
 * to what is expected at the age. A child who keeps up with the years stands still in bands: 0. Subjects without a starting
 * point, a later result or the standing of either are left out.
 */
export function attainmentProgress<Row extends Result>(results: readonly Row[]): AttainmentProgress<Row>[] {
  const inOrder = results.toSorted((one, other) => (one.assessedOn < other.assessedOn ? -1 : 1));
  return [...Map.groupBy(inOrder, ({ subject }) => subject).values()].flatMap((ofSubject) => {
    const start = ofSubject.find(({ isStartingPoint, standing }) => isStartingPoint && standing !== null);
    const latest = ofSubject.findLast(({ isStartingPoint, standing }) => !isStartingPoint && standing !== null);
    if (!start?.standing || !latest?.standing || latest.assessedOn <= start.assessedOn) return [];
    return [{ start, latest, steps: bands.indexOf(latest.standing) - bands.indexOf(start.standing) }];
  });
}
