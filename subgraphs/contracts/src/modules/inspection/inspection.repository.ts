import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { InspectionRow } from './inspection.entity.ts';

const columns = `la_code AS "laCode", id, kind, from_day::text AS "fromDay", to_day::text AS "toDay",
  inspector_ids AS "inspectorIds", opened_at AS "openedAt", opened_by AS "openedBy", closed_at AS "closedAt",
  closed_by AS "closedBy"`;

/** The inspections with these ids. */
export function findInspectionsById(db: Db, ids: readonly string[]): Promise<InspectionRow[]> {
  const laCodes = [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
  return db.query(`SELECT ${columns} FROM inspection WHERE la_code = ANY ($1) AND id = ANY ($2)`, [laCodes, [...ids]]);
}

/** The inspections of these authorities, the one that begins last first. */
export function findInspectionsOfAuthorities(db: Db, laCodes: readonly string[]): Promise<InspectionRow[]> {
  return db.query(`SELECT ${columns} FROM inspection WHERE la_code = ANY ($1) ORDER BY from_day DESC, id`, [
    [...laCodes],
  ]);
}

/** The inspection of an authority that names the subject and is open on the day; of several the one that ends last. */
export async function findOpenInspection(
  db: Db,
  asked: { laCode: string; subject: string; on: PlainDate },
): Promise<InspectionRow | null> {
  const rows = await db.query<InspectionRow>(
    `SELECT ${columns} FROM inspection
      WHERE la_code = $1 AND $2 = ANY (inspector_ids) AND from_day <= $3::date AND to_day >= $3::date AND closed_at IS NULL
      ORDER BY to_day DESC, from_day, id LIMIT 1`,
    [asked.laCode, asked.subject, asked.on],
  );
  return rows[0] ?? null;
}

/** Enters an inspection. */
export async function insertInspection(
  db: Db,
  inspection: Omit<InspectionRow, 'closedAt' | 'closedBy'>,
): Promise<InspectionRow> {
  const { laCode, id, kind, fromDay, toDay, inspectorIds, openedAt, openedBy } = inspection;
  const [row] = await db.query<InspectionRow>(
    `INSERT INTO inspection (la_code, id, kind, from_day, to_day, inspector_ids, opened_at, opened_by)
     VALUES ($1, $2, $3, $4::date, $5::date, $6, $7, $8) RETURNING ${columns}`,
    [laCode, id, kind, fromDay, toDay, [...inspectorIds], openedAt, openedBy],
  );
  return row ?? { ...inspection, closedAt: null, closedBy: null };
}

/** Closes an inspection that nobody closed before; null when somebody did. */
export async function updateInspectionClosed(
  db: Db,
  { laCode, id }: Pick<InspectionRow, 'laCode' | 'id'>,
  closed: { closedAt: Date; closedBy: string },
): Promise<InspectionRow | null> {
  const rows = await db.query<InspectionRow>(
    `UPDATE inspection SET closed_at = $3, closed_by = $4
      WHERE la_code = $1 AND id = $2 AND closed_at IS NULL RETURNING ${columns}`,
    [laCode, id, closed.closedAt, closed.closedBy],
  );
  return rows[0] ?? null;
}
