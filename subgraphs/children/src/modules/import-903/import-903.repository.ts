import type { Db } from '@mainstay/subgraph-kit';
import type { Import903Entity } from './import-903.entity.ts';

const COLUMNS = `la_code AS "laCode", id, collection_year AS "collectionYear", is_dry_run AS "isDryRun", status, progress,
  stage, started_by AS "startedBy", started_at AS "startedAt", finished_at AS "finishedAt", runner, files, tables,
  rules_not_run AS "rulesNotRun"`;

/** With the number of its faults that are not of the children hidden from the viewer, the array of a parameter. */
const columnsInSight = (hidden: string): string => `${COLUMNS}, (
    SELECT count(*)::integer FROM return_fault AS fault
    WHERE fault.la_code = import_903.la_code AND fault.import_id = import_903.id
      AND fault.child_id <> ALL (${hidden}::text[])
  ) AS "faultCount"`;

/** The import, or null when there is none that the transaction's viewer may see. */
export async function findImport(db: Db, id: string, hidden: readonly string[]): Promise<Import903Entity | null> {
  const [found] = await db.query<Import903Entity>(`SELECT ${columnsInSight('$2')} FROM import_903 WHERE id = $1`, [
    id,
    hidden,
  ]);
  return found ?? null;
}

/** A page of an authority's imports, newest first, with one more than asked for when there are more. */
export async function findImports(
  db: Db,
  laCode: string,
  page: { first: number; offset: number; hidden: readonly string[] },
): Promise<{ rows: Import903Entity[]; totalCount: number }> {
  const rows = await db.query<Import903Entity>(
    `SELECT ${columnsInSight('$4')} FROM import_903 WHERE la_code = $1
     ORDER BY started_at DESC, id LIMIT $2 OFFSET $3`,
    [laCode, page.first + 1, page.offset, page.hidden],
  );
  const [total] = await db.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM import_903 WHERE la_code = $1',
    [laCode],
  );
  return { rows, totalCount: total?.count ?? 0 };
}

/** What is asked of an import, and by which process it is run. */
export type NewImport = Pick<
  Import903Entity,
  'laCode' | 'id' | 'collectionYear' | 'isDryRun' | 'startedBy' | 'startedAt' | 'runner'
>;

/** Puts an import on record before it runs. */
export async function insertImport(db: Db, asked: NewImport): Promise<Import903Entity> {
  const [inserted] = await db.query<Import903Entity>(
    `INSERT INTO import_903 (la_code, id, collection_year, is_dry_run, status, progress, stage, started_by, started_at,
       runner, files, tables, rules_not_run, fault_count)
     VALUES ($1, $2, $3, $4, 'QUEUED', 0, 'Waiting to begin', $5, $6, $7, '[]', '[]', '[]', 0) RETURNING ${COLUMNS}, fault_count AS "faultCount"`,
    [asked.laCode, asked.id, asked.collectionYear, asked.isDryRun, asked.startedBy, asked.startedAt, asked.runner],
  );
  if (!inserted) throw new Error('An import was put on record and is not there.');
  return inserted;
}

/** How far an import has come. */
export type ImportProgress = Pick<Import903Entity, 'status' | 'progress' | 'stage'>;

/** Notes how far an import has come. */
export async function updateProgress(db: Db, { laCode, id }: ImportKey, now: ImportProgress): Promise<void> {
  await db.query('UPDATE import_903 SET status = $3, progress = $4, stage = $5 WHERE la_code = $1 AND id = $2', [
    laCode,
    id,
    now.status,
    now.progress,
    now.stage,
  ]);
}

/** Which import. */
export interface ImportKey {
  readonly laCode: string;
  readonly id: string;
}

/** How an import ended. */
export type ImportOutcome = Pick<
  Import903Entity,
  'status' | 'stage' | 'files' | 'tables' | 'rulesNotRun' | 'faultCount'
>;

/** Notes how an import ended. */
export async function finishImport(
  db: Db,
  { laCode, id }: ImportKey,
  { outcome, at }: { outcome: ImportOutcome; at: Date },
): Promise<void> {
  await db.query(
    `UPDATE import_903 SET status = $3, stage = $4, files = $5, tables = $6, rules_not_run = $7, fault_count = $8,
       finished_at = $9, progress = 1
     WHERE la_code = $1 AND id = $2`,
    [
      laCode,
      id,
      outcome.status,
      outcome.stage,
      JSON.stringify(outcome.files),
      JSON.stringify(outcome.tables),
      JSON.stringify(outcome.rulesNotRun),
      outcome.faultCount,
      at,
    ],
  );
}

/** The words an import that the platform's stopping cut short is left with. */
export const INTERRUPTED_STAGE = 'The platform stopped in the middle. Nothing changed. Import the files again.';

/** Marks an import that did not come to its end, unless it has ended. Nothing of it was loaded. */
export async function abandonImport(
  db: Db,
  { laCode, id }: ImportKey,
  { status, stage, at }: { status: 'INTERRUPTED' | 'FAILED'; stage: string; at: Date },
): Promise<void> {
  await db.query(
    `UPDATE import_903 SET status = $3, stage = $4, finished_at = $5
     WHERE la_code = $1 AND id = $2 AND finished_at IS NULL`,
    [laCode, id, status, stage, at],
  );
}

/** Unfinished imports of processes other than `runner`, by the process that ran them. For the platform itself. */
export async function findOtherRunners(db: Db, runner: string): Promise<string[]> {
  const rows = await db.query<{ runner: string }>(
    'SELECT DISTINCT runner FROM import_903 WHERE finished_at IS NULL AND runner <> $1',
    [runner],
  );
  return rows.map((row) => row.runner);
}

/** Marks the unfinished imports of a process that has died. For the platform itself. */
export async function interruptImportsOf(db: Db, runner: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE import_903 SET status = 'INTERRUPTED', stage = $2, finished_at = $3
     WHERE finished_at IS NULL AND runner = $1`,
    [runner, INTERRUPTED_STAGE, at],
  );
}
