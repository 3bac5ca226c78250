import { columnsOf } from '@mainstay/subgraph-kit/record';
import type { Db } from '@mainstay/subgraph-kit';
import { EmploymentEntity, type EmployerKey, type EmploymentRow } from '../employment/employment.entity.ts';
import type { TransferRow } from './transfer.entity.ts';
import { transferStore } from './transfer.store.ts';

/** The moves of staff from and to these employers, the latest first. */
export function findTransfers(db: Db, employers: readonly EmployerKey[]): Promise<TransferRow[]> {
  return db.query(
    `${transferStore.select} WHERE superseded_at IS NULL AND NOT is_withdrawn
        AND ((employer_kind, employer_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
          OR (to_employer_kind, to_employer_id) IN (SELECT * FROM unnest($1::text[], $2::text[])))
      ORDER BY moved_on DESC, id`,
    [employers.map(({ employerKind }) => employerKind), employers.map(({ employerId }) => employerId)],
  );
}

const columns = columnsOf(EmploymentEntity);
const names = columns.map(({ name }) => name).join(', ');

/**
 * Puts new versions in the place of the present ones and adds employments, in two statements however many they are.
 *
 * @throws Error when one of the versions is not the present one: whoever calls holds the employer's staff.
 */
export async function writeEmployments(
  db: Db,
  { superseding, added }: { readonly superseding: readonly EmploymentRow[]; readonly added: readonly EmploymentRow[] },
): Promise<void> {
  const [first] = superseding;
  if (!first) return;
  const superseded = await db.query(
    `UPDATE employment SET superseded_at = $3 WHERE la_code = $1 AND id = ANY ($2) AND superseded_at IS NULL RETURNING id`,
    [first.laCode, superseding.map(({ id }) => id), first.recordedAt],
  );
  if (superseded.length !== superseding.length) throw new Error('An employment changed while its staff were held.');
  const rows = [...superseding, ...added].map((row) =>
    Object.fromEntries(columns.map(({ name, property }) => [name, row[property as keyof EmploymentRow]])),
  );
  await db.query(
    `INSERT INTO employment (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::employment, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
