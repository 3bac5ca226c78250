import type { QueryRunner } from 'typeorm';
import { allowChange, guardTable, inRelation, notHidden, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { DelegatedFunction } from '@mainstay/primitives';

/** A table of recorded facts, as far as who may see and write it goes. */
export interface RecordTable {
  readonly table: string;
  /** The function a contract has to delegate before its practice sees and writes these rows. */
  readonly needs: DelegatedFunction;
}

/** SQL: the columns every table of recorded facts begins with; see `recordedColumns`. */
export const recordedColumnsSql = `
  la_code text NOT NULL,
  child_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  reason text,
  is_withdrawn boolean NOT NULL,
  entry_key text`;

/** SQL: the constraints of those columns, to stand at the end of the CREATE TABLE. */
export function recordedConstraintsSql(table: string): string {
  return `
  CONSTRAINT pk_${table} PRIMARY KEY (la_code, child_id, id, version),
  CONSTRAINT ck_${table}_child CHECK (starts_with(child_id, la_code || '.')),
  CONSTRAINT ck_${table}_corrected CHECK ((version = 1) = (reason IS NULL))`;
}

/** SQL: the indexes of those columns. */
export function recordedIndexesSql(table: string): string {
  return `
  CREATE UNIQUE INDEX uq_${table}_present ON ${table} (la_code, child_id, id) WHERE superseded_at IS NULL;
  CREATE UNIQUE INDEX uq_${table}_entry ON ${table} (la_code, entry_key) WHERE entry_key IS NOT NULL;`;
}

/**
 * Guards a table of recorded facts: read by the authority's staff, by the practice the child is with where its contract
 * delegates the function, by an inspector whose sample the child is in and by the child's IRO; written by social workers
 * and managers of both organisations, in their own name. A version is never changed but by being superseded.
 *
 * Row-level security of `child` says which children are with the practice now.
 */
export async function guardRecordTable(queryRunner: QueryRunner, { table, needs }: RecordTable): Promise<void> {
  const withPractice = `EXISTS (SELECT FROM child WHERE child.la_code = ${table}.la_code AND child.id = ${table}.child_id
    AND '${needs}' = ANY (child.access_functions))`;
  await guardTable(queryRunner, {
    table,
    child: 'child_id',
    la: 'read',
    practice: withPractice,
    inspector: 'false',
    service: 'read',
    figures: 'la_code = ANY ((SELECT sec.las())::text[])',
  });
  const writers = {
    la: `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs('la-worker', 'la-manager')}`,
    practice: `${inRelation} AND ${notHidden} AND ${viewerIs('swp-worker', 'swp-manager')} AND ${withPractice}`,
  };
  const own = 'recorded_by = (SELECT sec.subject())';
  for (const [audience, rows] of Object.entries(writers) as ['la' | 'practice', string][]) {
    await allowChange(queryRunner, { table, audience, condition: `${rows} AND ${own}` });
    await allowChange(queryRunner, { table, audience, columns: ['superseded_at'], condition: rows });
  }
}
