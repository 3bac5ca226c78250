import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import { plainDate, type PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import type { ChildAsKnown } from '../../record/record-loader.ts';
import { mayOpenRecord } from '../child/child.parts-policy.ts';
import { maySeeDuty } from './duty.policy.ts';
import { freshDuties } from './duty.fresh.ts';
import { dutyColumns, workerTodaySql, type DutyRow } from './duty.repository.ts';
import { stateSql } from './duty.state.ts';

export type DutyLoader = DataLoader<ChildAsKnown, readonly DutyRow[], string>;

/**
 * The duties towards a child as known now or then, what is not done first: one statement for all children asked for at a
 * time, after one that sees whether anything about them has changed since.
 */
export function dutyLoader(request: Request): DutyLoader {
  const { db, viewer, touched, clock } = request;
  const load = async (asked: readonly ChildAsKnown[]): Promise<(readonly DutyRow[])[]> => {
    const open = asked.filter(({ child }) => mayOpenRecord(viewer, child.id));
    for (const { child } of open) touched.record(child.id);
    const answers = new Map<string, readonly DutyRow[]>();
    for (const [at, group] of Map.groupBy(open, ({ knownAt }) => knownAt?.getTime() ?? null)) {
      const ids = [...new Set(group.map(({ child }) => child.id))];
      if (at === null) await freshDuties(request, [...new Set(ids.map(laCodeOfChild))], ids);
      const today = at === null ? clock.today() : dayOf(new Date(at));
      const rows = await db.query<DutyRow>(statementOf(at), [
        today,
        [...new Set(ids.map(laCodeOfChild))],
        ids,
        ...(at === null ? [] : [new Date(at)]),
      ]);
      for (const [childId, own] of Map.groupBy(rows, (row) => row.childId)) answers.set(`${childId} ${at}`, own);
    }
    return asked.map(({ child, knownAt }) =>
      (answers.get(`${child.id} ${knownAt?.getTime() ?? null}`) ?? []).filter(({ kind }) =>
        maySeeDuty(viewer, child, kind),
      ),
    );
  };
  return new DataLoader<ChildAsKnown, readonly DutyRow[], string>(load, {
    cacheKeyFn: ({ child, knownAt }) => `${child.id} ${knownAt?.getTime() ?? null}`,
  });
}

function statementOf(at: number | null): string {
  const state = stateSql('duty', '$1::date');
  const known =
    at === null ? 'superseded_at IS NULL' : 'made_at <= $4 AND (superseded_at IS NULL OR superseded_at > $4)';
  return `SELECT ${dutyColumns}, ${state} AS state,
      ${workerTodaySql('duty.la_code', 'duty.child_id', '$1::date')} AS "workerId"
    FROM duty
    WHERE la_code = ANY ($2::text[]) AND child_id = ANY ($3::text[]) AND since <= $1::date AND ${known}
    ORDER BY child_id, met_on IS NOT NULL OR coalesce(ended_on <= $1::date, false),
      CASE WHEN met_on IS NULL THEN CASE WHEN ${state} = 'LATE' THEN 0 ELSE 1 END END,
      CASE WHEN met_on IS NULL THEN rank END, CASE WHEN met_on IS NULL THEN due_on END,
      coalesce(met_on, ended_on) DESC, rank, id`;
}

/** The day in England of an instant. */
function dayOf(at: Date): PlainDate {
  return plainDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at));
}
