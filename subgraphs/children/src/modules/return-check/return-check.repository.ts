import { columnIndex } from '@mainstay/ssda903';
import { childId, type Db } from '@mainstay/subgraph-kit';
import { insertRows } from '../../history/insert-rows.ts';
import type { CheckedFault } from './return-check.fault.ts';
import type { ReturnCheckEntity } from './return-check.entity.ts';

/** Which return. */
export interface CheckKey {
  readonly laCode: string;
  readonly year: number;
}

/** The last check of a return; null when it was never checked. */
export async function findReturnCheck(db: Db, { laCode, year }: CheckKey): Promise<ReturnCheckEntity | null> {
  const [found] = await db.query<ReturnCheckEntity>(
    `SELECT la_code AS "laCode", collection_year AS "collectionYear", checked_at AS "checkedAt",
       checked_by AS "checkedBy", history_version AS "historyVersion", basis, rules_not_run AS "rulesNotRun"
     FROM return_check WHERE la_code = $1 AND collection_year = $2`,
    [laCode, year],
  );
  return found ?? null;
}

/** Puts a check in the place of the one before. */
export async function upsertReturnCheck(db: Db, check: ReturnCheckEntity): Promise<void> {
  await db.query(
    `INSERT INTO return_check (la_code, collection_year, checked_at, checked_by, history_version, basis, rules_not_run)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (la_code, collection_year) DO UPDATE SET checked_at = EXCLUDED.checked_at,
       checked_by = EXCLUDED.checked_by, history_version = EXCLUDED.history_version, basis = EXCLUDED.basis,
       rules_not_run = EXCLUDED.rules_not_run`,
    [
      check.laCode,
      check.collectionYear,
      check.checkedAt,
      check.checkedBy,
      check.historyVersion,
      JSON.stringify(check.basis),
      JSON.stringify(check.rulesNotRun),
    ],
  );
}

/** The newest version of a child's history of an authority; `0` when there is no child. */
export async function findNewestVersion(db: Db, laCode: string): Promise<string> {
  const [found] = await db.query<{ version: string | null }>(
    'SELECT max(history_version) AS version FROM child WHERE la_code = $1',
    [laCode],
  );
  return found?.version ?? '0';
}

/**
 * The authority's own numbers of children whose history has changed since a version, and of those with a fault who are
 * on record no longer.
 */
export async function findChangedChildren(db: Db, { laCode, year }: CheckKey, version: string): Promise<string[]> {
  const rows = await db.query<{ localId: string }>(
    `SELECT local_id AS "localId" FROM child WHERE la_code = $1 AND history_version > $3
     UNION SELECT child_local_id FROM return_check_fault AS fault
     WHERE la_code = $1 AND collection_year = $2 AND gone_at IS NULL AND NOT EXISTS (
       SELECT FROM child WHERE child.la_code = fault.la_code AND child.id = fault.child_id)
       AND EXISTS (SELECT FROM return_check AS last WHERE last.la_code = $1 AND last.collection_year = $2
         AND fault.found_at < last.checked_at)`,
    [laCode, year, version],
  );
  return rows.map(({ localId }) => localId);
}

/** A fault that was there at the last check. */
export interface FaultBefore extends Pick<CheckedFault, 'id' | 'childLocalId' | 'ruleCode' | 'table' | 'fields'> {
  readonly foundAt: Date;
}

/** The faults that were there, of some children or of all. */
export function findFaultsBefore(
  db: Db,
  { laCode, year }: CheckKey,
  localIds: readonly string[] | null,
): Promise<FaultBefore[]> {
  return db.query(
    `SELECT id, child_local_id AS "childLocalId", rule_code AS "ruleCode", table_name AS "table", fields,
       found_at AS "foundAt"
     FROM return_check_fault
     WHERE la_code = $1 AND collection_year = $2 AND gone_at IS NULL
     ${localIds ? 'AND child_local_id = ANY ($3::text[])' : ''}`,
    [laCode, year, ...(localIds ? [localIds] : [])],
  );
}

/** Forgets faults that others take the place of: their rows have changed, and are still at fault. */
export async function deleteReplaced(
  db: Db,
  { laCode, year }: CheckKey,
  replaced: readonly FaultBefore[],
): Promise<void> {
  if (replaced.length === 0) return;
  await db.query(
    `DELETE FROM return_check_fault WHERE la_code = $1 AND collection_year = $2 AND gone_at IS NULL
       AND id = ANY ($3::text[]) AND child_local_id = ANY ($4::text[])`,
    [laCode, year, replaced.map(({ id }) => id), [...new Set(replaced.map(({ childLocalId }) => childLocalId))]],
  );
}

/** Notes that faults are gone and whose change it was. */
export async function markGone(
  db: Db,
  { laCode, year }: CheckKey,
  { gone, at, by, since }: { gone: readonly FaultBefore[]; at: Date; by: string; since: Date | null },
): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await db.query(
    `UPDATE return_check_fault AS fault SET gone_at = $3, gone_by = coalesce((
       SELECT change.recorded_by FROM return_change AS change
       WHERE change.la_code = fault.la_code AND change.child_id = fault.child_id AND change.recorded_at > $6
       ORDER BY change.recorded_at DESC LIMIT 1), $4)
     WHERE la_code = $1 AND collection_year = $2 AND gone_at IS NULL AND id = ANY ($5::text[])
       AND child_local_id = ANY ($7::text[])`,
    [laCode, year, at, by, ids, since, [...new Set(gone.map(({ childLocalId }) => childLocalId))]],
  );
}

/** Puts faults on record that were not there before. */
export async function insertFound(
  db: Db,
  { laCode, year }: CheckKey,
  found: readonly (CheckedFault & { readonly foundAt: Date })[],
): Promise<void> {
  if (found.length === 0) return;
  await insertRows(db, 'return_check_fault', {
    rows: found,
    columns: [
      { name: 'la_code', type: 'text', all: laCode },
      { name: 'collection_year', type: 'integer', all: year },
      { name: 'child_id', type: 'text', value: ({ childLocalId }) => childId(laCode, childLocalId) },
      { name: 'child_local_id', type: 'text', value: ({ childLocalId }) => childLocalId },
      { name: 'id', type: 'text', value: ({ id }) => id },
      { name: 'found_at', type: 'timestamptz', value: ({ foundAt }) => foundAt },
      { name: 'rule_code', type: 'text', value: ({ ruleCode }) => ruleCode },
      { name: 'table_name', type: 'text', value: ({ table }) => table },
      { name: 'row_hash', type: 'bytea', value: ({ rowHash }) => `\\x${rowHash}` },
      { name: 'fields', type: 'text', value: ({ fields }) => fields.join(',') },
      { name: 'what_to_do', type: 'text', value: ({ whatToDo }) => whatToDo },
      { name: 'is_previous_year', type: 'boolean', value: ({ isPreviousYear }) => isPreviousYear },
    ],
    from: {
      columns: `la_code, collection_year, child_id, child_local_id, id, found_at, rule_code, table_name, row_hash, fields,
        what_to_do, is_previous_year`,
      select: `row.la_code, row.collection_year, row.child_id, row.child_local_id, row.id, row.found_at, row.rule_code,
        row.table_name, row.row_hash, string_to_array(row.fields, ','), row.what_to_do, row.is_previous_year`,
    },
  });
}

/** Where the pupil number stands among the cells of Header, counted from 1 as SQL does. */
const UPN = columnIndex('Header', 'UPN') + 1;

/** The children who have each of some pupil numbers in a year's return, as `returnFacts` has them. */
export async function findHolders(
  db: Db,
  { laCode, year }: CheckKey,
  { upns, isBuilt }: { upns: readonly string[]; isBuilt: boolean },
): Promise<Map<string, string[]>> {
  const rows = await db.query<{ upn: string; localId: string }>(
    isBuilt
      ? `SELECT upn, local_id AS "localId" FROM child WHERE la_code = $1 AND upn = ANY ($2::text[])`
      : `SELECT DISTINCT cells[${UPN}] AS upn, child_local_id AS "localId" FROM return_row
         WHERE la_code = $1 AND collection_year = $3 AND table_name = 'Header' AND superseded_at IS NULL
           AND cells[${UPN}] = ANY ($2::text[])`,
    isBuilt ? [laCode, upns] : [laCode, upns, year],
  );
  return new Map([...Map.groupBy(rows, ({ upn }) => upn)].map(([upn, of]) => [upn, of.map(({ localId }) => localId)]));
}

/** The children with a fault of a rule, if one of some children has it; none otherwise. */
export async function findSharingFault(
  db: Db,
  { laCode, year }: CheckKey,
  { ruleCode, localIds }: { ruleCode: string; localIds: readonly string[] },
): Promise<string[]> {
  const rows = await db.query<{ localId: string }>(
    `SELECT DISTINCT child_local_id AS "localId" FROM return_check_fault
     WHERE la_code = $1 AND collection_year = $2 AND gone_at IS NULL AND rule_code = $3
       AND EXISTS (SELECT FROM return_check_fault AS own WHERE own.la_code = $1 AND own.collection_year = $2
         AND own.gone_at IS NULL AND own.rule_code = $3 AND own.child_local_id = ANY ($4::text[]))`,
    [laCode, year, ruleCode, localIds],
  );
  return rows.map(({ localId }) => localId);
}
