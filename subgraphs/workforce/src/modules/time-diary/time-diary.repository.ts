import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { TimeDiaryRow } from './time-diary.entity.ts';
import { timeDiaryStore } from './time-diary.store.ts';

/** True when somebody has entered a day already; `itself` is the entry that is corrected. */
export async function hasAnotherEntry(
  db: Db,
  { laCode, subject, spentOn, itself }: { laCode: string; subject: string; spentOn: PlainDate; itself: string | null },
): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM time_diary WHERE la_code = $1 AND recorded_by = $2 AND spent_on = $3 AND superseded_at IS NULL
        AND NOT is_withdrawn AND id IS DISTINCT FROM $4`,
    [laCode, subject, spentOn, itself],
  );
  return rows.length > 0;
}

/** The days somebody entered within a time, the latest first. */
export function findOwnDays(db: Db, subject: string, from: PlainDate, to: PlainDate): Promise<TimeDiaryRow[]> {
  return db.query(
    `${timeDiaryStore.select} WHERE recorded_by = $1 AND spent_on BETWEEN $2 AND $3 AND superseded_at IS NULL
       AND NOT is_withdrawn ORDER BY spent_on DESC, id`,
    [subject, from, to],
  );
}
