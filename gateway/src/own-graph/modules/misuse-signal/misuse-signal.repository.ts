import { createHash } from 'node:crypto';
import type { Db } from '@mainstay/subgraph-kit';
import type { Finding } from '../../../misuse/facts.ts';
import type { MisuseSignalRow, MisuseSignalStatus } from './misuse-signal.entity.ts';

const columns = `la_code AS "laCode", id, detector, subject, child_id AS "childId", at, explanation,
  event_ids AS "eventIds", status, decided_by AS "decidedBy", decided_at AS "decidedAt", note`;

/** Whose signals are wanted, and by whom: nobody is shown what is about themselves or about children hidden from them. */
export interface SignalsWanted {
  readonly laCode: string;
  readonly status: MisuseSignalStatus | null;
  readonly notAbout: string;
  readonly hiddenChildIds: readonly string[];
}

const WANTED = `la_code = $1 AND ($2::text IS NULL OR status = $2) AND subject <> $3
  AND (child_id IS NULL OR child_id <> ALL ($4::text[]))`;

/** A page of signals, the newest first. */
export function findSignals(
  db: Db,
  wanted: SignalsWanted,
  page: { offset: number; limit: number },
): Promise<MisuseSignalRow[]> {
  return db.query(`SELECT ${columns} FROM misuse_signal WHERE ${WANTED} ORDER BY at DESC, id LIMIT $5 OFFSET $6`, [
    ...valuesOf(wanted),
    page.limit,
    page.offset,
  ]);
}

/** How many signals there are. */
export async function countSignals(db: Db, wanted: SignalsWanted): Promise<number> {
  const [row] = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM misuse_signal WHERE ${WANTED}`,
    valuesOf(wanted),
  );
  return row?.total ?? 0;
}

/** The signals with these ids. */
export function findSignalsById(db: Db, ids: readonly string[]): Promise<MisuseSignalRow[]> {
  return db.query(`SELECT ${columns} FROM misuse_signal WHERE id = ANY ($1::text[])`, [[...ids]]);
}

/** Records a decision about a signal that is still open; answers whether it was. */
export async function decideSignal(
  db: Db,
  decision: { id: string; status: MisuseSignalStatus; decidedBy: string; decidedAt: Date; note: string },
): Promise<boolean> {
  const { id, status, decidedBy, decidedAt, note } = decision;
  const decided = await db.query(
    `UPDATE misuse_signal SET status = $2, decided_by = $3, decided_at = $4, note = $5
      WHERE id = $1 AND status = 'OPEN' RETURNING id`,
    [id, status, decidedBy, decidedAt, note],
  );
  return decided.length > 0;
}

/**
 * Adds what the detectors found and was not found before: one signal for a detector, person, child and month. Ids name
 * the authority first.
 */
export async function insertFindings(db: Db, laCode: string, findings: readonly Finding[]): Promise<number> {
  const rows = findings.map((finding) => ({ ...finding, id: signalId(laCode, finding) }));
  const added = await db.query(
    `INSERT INTO misuse_signal (la_code, id, detector, subject, child_id, at, explanation, event_ids, status)
     SELECT $1, id, detector, subject, child_id, at, explanation, event_ids, 'OPEN'
       FROM jsonb_to_recordset($2::jsonb) AS found (id text, detector text, subject text, child_id text,
         at timestamptz, explanation text, event_ids text[])
     ON CONFLICT (la_code, id) DO NOTHING RETURNING id`,
    [
      laCode,
      JSON.stringify(rows.map(({ childId, eventIds, ...row }) => ({ ...row, child_id: childId, event_ids: eventIds }))),
    ],
  );
  return added.length;
}

function valuesOf({ laCode, status, notAbout, hiddenChildIds }: SignalsWanted): unknown[] {
  return [laCode, status, notAbout, [...hiddenChildIds]];
}

function signalId(laCode: string, { detector, subject, childId, at }: Finding): string {
  const mark = JSON.stringify([detector, subject, childId, at.toISOString().slice(0, 7)]);
  return `${laCode}.${createHash('sha256').update(mark).digest('base64url').slice(0, 22)}`;
}
