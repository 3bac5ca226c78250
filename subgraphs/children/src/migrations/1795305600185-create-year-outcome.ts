import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  guardTableOfChildren,
  keepAccessOfChildren,
  keepAccessOfRows,
  tablesWithAccess,
  type TableOfChildren,
} from './child-access.ts';

const incidents: TableOfChildren = {
  table: 'missing_incident',
  key: 'child_id',
  needs: 'VISITS_AND_SUPERVISION',
  present: 'false',
};
const outcomes: TableOfChildren = { table: 'year_outcome', key: 'child_id', needs: 'HEALTH', present: 'false' };

/** Creates `year_outcome`: a year's health and offending, as the table OC2 of the returns has it; filled from those held. */
export class CreateYearOutcome1795305600185 implements MigrationInterface {
  readonly name = 'CreateYearOutcome1795305600185';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE year_outcome (
        la_code text NOT NULL,
        child_id text NOT NULL,
        collection_year integer NOT NULL,
        sdq_score integer,
        is_convicted boolean,
        is_development_checked boolean,
        is_immunised boolean,
        is_teeth_checked boolean,
        is_health_assessed boolean,
        is_misusing_substances boolean,
        access_practice_id text,
        access_from timestamptz,
        access_until timestamptz,
        CONSTRAINT pk_year_outcome PRIMARY KEY (la_code, child_id, collection_year)
      )`);
    await keepAccessOfChildren(queryRunner, [...tablesWithAccess, incidents, outcomes]);
    await keepAccessOfRows(queryRunner, outcomes);
    await queryRunner.query(FILL);
    await guardTableOfChildren(queryRunner, outcomes);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await keepAccessOfChildren(queryRunner, [...tablesWithAccess, incidents]);
    await queryRunner.query('DROP TABLE year_outcome');
  }
}

const answer = (cell: number): string => `CASE row.cells[${cell}] WHEN '1' THEN true WHEN '0' THEN false END`;

/** Cells in the order of the table OC2: child, birth, score, reason, then the answers. */
const FILL = `
  INSERT INTO year_outcome (la_code, child_id, collection_year, sdq_score, is_convicted, is_development_checked,
    is_immunised, is_teeth_checked, is_health_assessed, is_misusing_substances)
  SELECT DISTINCT ON (row.la_code, row.child_id, row.collection_year) row.la_code, row.child_id, row.collection_year,
    CASE WHEN row.cells[3] ~ '^([0-9]|[123][0-9]|40)$' THEN row.cells[3]::integer END,
    ${[5, 6, 7, 8, 9, 10].map(answer).join(', ')}
  FROM return_row AS row JOIN child ON child.la_code = row.la_code AND child.id = row.child_id
  WHERE row.table_name = 'OC2' AND row.superseded_at IS NULL
  ORDER BY row.la_code, row.child_id, row.collection_year, row.position DESC`;
