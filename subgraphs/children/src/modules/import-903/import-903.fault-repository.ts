import type { FaultLine } from '@mainstay/ssda903';
import { childId, type Db } from '@mainstay/subgraph-kit';
import { insertRows } from '../../history/insert-rows.ts';
import type { ReturnFaultEntity } from './import-903.entity.ts';
import type { ImportKey } from './import-903.repository.ts';

/** A fault as it is put on record; its place in the list is its place in the order of child, table and row. */
export type FoundFault = Omit<ReturnFaultEntity, 'laCode' | 'importId' | 'ordinal' | 'childId'>;

/** Puts the faults of an import on record, in the order they are to be read. */
export async function insertFaults(db: Db, { laCode, id }: ImportKey, faults: readonly FoundFault[]): Promise<void> {
  await insertRows(db, 'return_fault', {
    rows: faults.map((fault, ordinal) => ({ ...fault, ordinal })),
    columns: [
      { name: 'la_code', type: 'text', all: laCode },
      { name: 'import_id', type: 'text', all: id },
      { name: 'ordinal', type: 'integer', value: (fault) => fault.ordinal },
      { name: 'file_name', type: 'text', value: (fault) => fault.fileName },
      { name: 'row_number', type: 'integer', value: (fault) => fault.rowNumber },
      { name: 'table_name', type: 'text', value: (fault) => fault.tableName },
      { name: 'fields', type: 'text', value: (fault) => fault.fields.join(',') },
      { name: 'rule_code', type: 'text', value: (fault) => fault.ruleCode },
      { name: 'message', type: 'text', value: (fault) => fault.message },
      { name: 'what_to_do', type: 'text', value: (fault) => fault.whatToDo },
      { name: 'child_local_id', type: 'text', value: (fault) => fault.childLocalId },
      { name: 'child_id', type: 'text', value: ({ childLocalId: own }) => (own ? childId(laCode, own) : '') },
      { name: 'keeps_row_out', type: 'boolean', value: (fault) => fault.keepsRowOut },
    ],
    from: {
      columns: `la_code, import_id, ordinal, file_name, row_number, table_name, fields, rule_code, message, what_to_do,
        child_local_id, child_id, keeps_row_out`,
      select: `row.la_code, row.import_id, row.ordinal, row.file_name, row.row_number, row.table_name,
        string_to_array(row.fields, ','), row.rule_code, row.message, row.what_to_do, row.child_local_id,
        row.child_id, row.keeps_row_out`,
    },
  });
}

/** Which import's faults are read, and the children of whom one who reads them does not learn. */
export interface FaultsInSight extends ImportKey {
  readonly hidden: readonly string[];
}

const IN_SIGHT = 'la_code = $1 AND import_id = $2 AND child_id <> ALL ($3::text[])';

/** Which of an import's faults are wanted; all that are not narrowed down. */
export interface FaultsWanted {
  readonly rule: string | null;
  readonly childLocalId: string | null;
}

/** A page of an import's faults, after the fault numbered `after`, with one more than asked for when there are more. */
export async function findFaults(
  db: Db,
  { laCode, id, hidden }: FaultsInSight,
  page: FaultsWanted & { first: number; after: number },
): Promise<{ rows: ReturnFaultEntity[]; totalCount: number }> {
  const condition = `${IN_SIGHT} AND ($4::text IS NULL OR rule_code = $4)
    AND ($5::text IS NULL OR child_local_id = $5)`;
  const wanted = [laCode, id, hidden, page.rule, page.childLocalId];
  const rows = await db.query<ReturnFaultEntity>(
    `SELECT la_code AS "laCode", import_id AS "importId", ordinal, file_name AS "fileName", row_number AS "rowNumber",
       table_name AS "tableName", fields, rule_code AS "ruleCode", message, what_to_do AS "whatToDo",
       child_local_id AS "childLocalId", child_id AS "childId", keeps_row_out AS "keepsRowOut"
     FROM return_fault WHERE ${condition} AND ordinal > $6 ORDER BY ordinal LIMIT $7`,
    [...wanted, page.after, page.first + 1],
  );
  const [total] = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM return_fault WHERE ${condition}`,
    wanted,
  );
  return { rows, totalCount: total?.count ?? 0 };
}

/** Every fault of an import, in order. */
export function findEveryFault(
  db: Db,
  { laCode, id, hidden }: FaultsInSight,
): Promise<(FaultLine & { readonly childId: string })[]> {
  return db.query(
    `SELECT file_name AS file, row_number AS row, table_name AS "table", fields, rule_code AS "ruleCode", message,
       what_to_do AS "whatToDo", child_local_id AS "childLocalId", child_id AS "childId", keeps_row_out AS "keepsRowOut"
     FROM return_fault WHERE ${IN_SIGHT} ORDER BY ordinal`,
    [laCode, id, hidden],
  );
}

/** How often one rule was broken in an import. */
export interface FaultsOfRule {
  readonly ruleCode: string;
  readonly message: string;
  readonly count: number;
  readonly children: number;
  readonly keepsRowOut: boolean;
}

/** An import's faults counted by rule, most frequent first. */
export function countFaultsByRule(db: Db, { laCode, id, hidden }: FaultsInSight): Promise<FaultsOfRule[]> {
  return db.query(
    `SELECT rule_code AS "ruleCode", min(message) AS message, count(*)::integer AS count,
       count(DISTINCT child_local_id)::integer AS children, bool_or(keeps_row_out) AS "keepsRowOut"
     FROM return_fault WHERE ${IN_SIGHT} GROUP BY rule_code ORDER BY count(*) DESC, rule_code`,
    [laCode, id, hidden],
  );
}

/** How many faults one child's rows have in an import. */
export interface FaultsOfChild {
  readonly childId: string;
  readonly childLocalId: string;
  readonly count: number;
  readonly rules: string[];
}

/** A page of an import's faults counted by child, most first, with one more than asked for when there are more. */
export async function countFaultsByChild(
  db: Db,
  { laCode, id, hidden }: FaultsInSight,
  page: { first: number; offset: number },
): Promise<{ rows: FaultsOfChild[]; totalCount: number }> {
  const rows = await db.query<FaultsOfChild>(
    `SELECT min(child_id) AS "childId", child_local_id AS "childLocalId", count(*)::integer AS count,
       array_agg(DISTINCT rule_code ORDER BY rule_code) AS rules
     FROM return_fault WHERE ${IN_SIGHT} AND child_local_id IS NOT NULL
     GROUP BY child_local_id ORDER BY count(*) DESC, child_local_id LIMIT $4 OFFSET $5`,
    [laCode, id, hidden, page.first + 1, page.offset],
  );
  const [total] = await db.query<{ count: number }>(
    `SELECT count(DISTINCT child_local_id)::integer AS count FROM return_fault WHERE ${IN_SIGHT}`,
    [laCode, id, hidden],
  );
  return { rows, totalCount: total?.count ?? 0 };
}
