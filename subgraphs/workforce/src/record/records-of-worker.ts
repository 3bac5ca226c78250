import { plainNumber } from '@mainstay/primitives';
import DataLoader from 'dataloader';
import type { Loading } from '@mainstay/subgraph-kit';
import { formsOf } from './by-number.ts';
import type { StaffRecordRow } from './staff-record-row.ts';
import type { StaffStore } from './staff-store.ts';

/** A fact about one worker. */
export type WorkerRecordRow = StaffRecordRow & { readonly workerId: string };

/** A worker, and the instant whose knowledge is asked for: null for the present. */
export interface WorkerAsKnown {
  readonly workerId: string;
  readonly knownAt: Date | null;
}

/** A loader of the facts of one kind recorded about a worker, as known now or then; those withdrawn are left out. */
export type WorkerRecordLoader<Row> = DataLoader<WorkerAsKnown, readonly Row[], string>;

/**
 * A loader of facts recorded about workers, those the viewer may read: one statement for all workers asked for at a time.
 *
 * @param orderBy SQL.
 */
export function workerRecordLoader<Row extends WorkerRecordRow>(
  { db, touched }: Loading,
  store: StaffStore<Row>,
  { orderBy, canRead }: { readonly orderBy: string; readonly canRead: (row: Row) => boolean },
): WorkerRecordLoader<Row> {
  const keyOf = (workerId: string, at: number | null): string => `${plainNumber(workerId)} ${at}`;
  const sql = `${store.select} WHERE worker_id = ANY ($1::text[]) AND NOT is_withdrawn`;
  const load = async (asked: readonly WorkerAsKnown[]): Promise<(readonly Row[])[]> => {
    const answers = new Map<string, Row[]>();
    for (const [at, group] of Map.groupBy(asked, ({ knownAt }) => knownAt?.getTime() ?? null)) {
      const ids = formsOf(group.map(({ workerId }) => workerId));
      const rows =
        at === null
          ? await db.query<Row>(`${sql} AND superseded_at IS NULL ORDER BY ${orderBy}`, [ids])
          : await db.query<Row>(
              `${sql} AND recorded_at <= $2 AND (superseded_at IS NULL OR superseded_at > $2) ORDER BY ${orderBy}`,
              [ids, new Date(at)],
            );
      const seen = rows.filter(canRead);
      if (seen.length > 0) touched.list(store.kind, [], seen.length);
      for (const [workerId, own] of Map.groupBy(seen, (row) => plainNumber(row.workerId)))
        answers.set(keyOf(workerId, at), own);
    }
    return asked.map(({ workerId, knownAt }) => answers.get(keyOf(workerId, knownAt?.getTime() ?? null)) ?? []);
  };
  return new DataLoader<WorkerAsKnown, readonly Row[], string>(load, {
    cacheKeyFn: ({ workerId, knownAt }) => keyOf(workerId, knownAt?.getTime() ?? null),
  });
}
