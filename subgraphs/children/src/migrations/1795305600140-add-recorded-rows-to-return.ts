import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  allowChange,
  guardBy,
  guardTable,
  inRelation,
  notHidden,
  ofOwnAuthority,
  type TableRule,
  viewerIs,
} from '@mainstay/subgraph-kit';

/**
 * Lets rows of a return be recorded in the platform: `return_change` says what was recorded, by whom and why;
 * `return_row.is_recorded` which rows came of it; `child.history_version` tells two people who change one child's history
 * apart; `return_table.loaded_at` when a table was first imported, so that what was known when stays answerable.
 *
 * Who records adds the change as themselves, by its policies. The rows and what is derived from them are written by the
 * platform in the same transaction: a practice changes a history that it sees in part only.
 */
export class AddRecordedRows1795305600140 implements MigrationInterface {
  readonly name = 'AddRecordedRows1795305600140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE child ADD COLUMN history_version bigint NOT NULL DEFAULT 0;
      ALTER TABLE return_row ADD COLUMN is_recorded boolean NOT NULL DEFAULT false;
      CREATE INDEX ix_return_row_superseded ON return_row (la_code, child_id) WHERE superseded_at IS NOT NULL;
      ALTER TABLE return_table ADD COLUMN loaded_at timestamptz;
      UPDATE return_table t SET loaded_at = coalesce((
        SELECT min(r.recorded_at) FROM return_row r
        WHERE r.la_code = t.la_code AND r.collection_year = t.collection_year AND r.table_name = t.table_name
      ), t.changed_at);
      ALTER TABLE return_table ALTER COLUMN loaded_at SET NOT NULL;
      CREATE TABLE return_change (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        part text NOT NULL,
        day date,
        collection_years integer[] NOT NULL,
        reason text,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        entry_key text NOT NULL,
        CONSTRAINT pk_return_change PRIMARY KEY (la_code, child_id, id),
        CONSTRAINT ck_return_change_child CHECK (starts_with(child_id, la_code || '.'))
      );
      CREATE UNIQUE INDEX uq_return_change_entry ON return_change (la_code, recorded_by, entry_key)`);
    await guardReturns(queryRunner);
    await guardChanges(queryRunner);
  }

  down(): Promise<void> {
    throw new Error('What was recorded in the platform cannot be forgotten. Restore the backup made before.');
  }
}

async function guardReturns(queryRunner: QueryRunner): Promise<void> {
  const platform: TableRule = { audience: 'service', access: 'write', condition: 'true' };
  const ofReturns = `${ofOwnAuthority} AND ${viewerIs('la-analyst', 'la-manager')} AND ${notHidden}`;
  await guardBy(queryRunner, 'return_row', [{ audience: 'la', access: 'write', condition: ofReturns }, platform]);
  await guardTable(queryRunner, {
    table: 'return_table',
    la: 'write',
    practice: inRelation,
    inspector: 'read',
    figures: inRelation,
    service: 'write',
  });
}

/** SQL: the function that the part of a change serves. */
const FUNCTION_OF_PART = `CASE part WHEN 'PLACEMENTS' THEN 'PLACEMENT' WHEN 'SOCIAL_WORKERS' THEN 'VISITS_AND_SUPERVISION'
  WHEN 'SAFETY' THEN 'VISITS_AND_SUPERVISION' WHEN 'REVIEWS' THEN 'REVIEW_PREPARATION' ELSE 'CARE_PLANNING' END`;

async function guardChanges(queryRunner: QueryRunner): Promise<void> {
  const table = 'return_change';
  const withPractice = `EXISTS (SELECT FROM child WHERE child.la_code = ${table}.la_code AND child.id = ${table}.child_id
    AND ${FUNCTION_OF_PART} = ANY (child.access_functions))`;
  await guardTable(queryRunner, {
    table,
    child: 'child_id',
    la: 'read',
    practice: withPractice,
    inspector: 'false',
    service: 'read',
  });
  const own = `${notHidden} AND recorded_by = (SELECT sec.subject())`;
  const correction = `(kind <> 'ROW_CORRECTED' AND ${viewerIs('la-worker', 'la-manager')}
    OR kind = 'ROW_CORRECTED' AND ${viewerIs('la-analyst', 'la-manager')})`;
  await allowChange(queryRunner, {
    table,
    audience: 'la',
    condition: `${ofOwnAuthority} AND ${own} AND ${correction}`,
  });
  await allowChange(queryRunner, {
    table,
    audience: 'practice',
    condition: `${inRelation} AND ${own} AND ${viewerIs('swp-worker', 'swp-manager')} AND ${withPractice}
      AND kind NOT IN ('CARE_STARTED', 'ROW_CORRECTED')`,
  });
}
