import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  guardTableOfChildren,
  keepAccessOfChildren,
  keepAccessOfRows,
  tablesWithAccess,
  type TableOfChildren,
} from './child-access.ts';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const incidents: TableOfChildren = {
  table: 'missing_incident',
  key: 'child_id',
  needs: 'VISITS_AND_SUPERVISION',
  present: 'false',
};

/**
 * Creates `placement_match` (how well a placement fits), `hand_over` (from one lead professional to the next), and
 * `missing_incident` (times missing, as the returns have them).
 */
export class CreatePlacementMatch1795305600141 implements MigrationInterface {
  readonly name = 'CreatePlacementMatch1795305600141';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${PLACEMENT_MATCH}; ${HAND_OVER}; ${INCIDENT}`);
    await guardRecordTable(queryRunner, { table: 'placement_match', needs: 'PLACEMENT' });
    await guardRecordTable(queryRunner, { table: 'hand_over', needs: 'VISITS_AND_SUPERVISION' });
    await keepAccessOfChildren(queryRunner, [...tablesWithAccess, incidents]);
    await keepAccessOfRows(queryRunner, incidents);
    await guardTableOfChildren(queryRunner, incidents);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await keepAccessOfChildren(queryRunner, tablesWithAccess);
    await queryRunner.query('DROP TABLE placement_match, hand_over, missing_incident');
  }
}

const PLACEMENT_MATCH = `
  CREATE TABLE placement_match (
    ${recordedColumnsSql},
    started_on date NOT NULL,
    is_ethnicity_matched boolean,
    ethnicity_not_known text,
    is_religion_matched boolean,
    religion_not_known text,
    is_language_matched boolean,
    language_not_known text,
    is_with_siblings boolean,
    siblings_not_known text,
    is_near_enough boolean,
    distance_not_known text,
    note text,
    ${recordedConstraintsSql('placement_match')}
  );
  ${recordedIndexesSql('placement_match')}`;

const HAND_OVER = `
  CREATE TABLE hand_over (
    ${recordedColumnsSql},
    taken_over_on date NOT NULL,
    from_worker_id text,
    to_worker_id text NOT NULL,
    note text NOT NULL,
    is_child_told boolean,
    child_told_not_known text,
    is_child_introduced boolean,
    child_introduced_not_known text,
    ${recordedConstraintsSql('hand_over')}
  );
  ${recordedIndexesSql('hand_over')}`;

const INCIDENT = `
  CREATE TABLE missing_incident (
    la_code text NOT NULL,
    child_id text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    access_practice_id text,
    access_from timestamptz,
    access_until timestamptz,
    CONSTRAINT pk_missing_incident PRIMARY KEY (la_code, child_id, id),
    CONSTRAINT ck_missing_incident_ends_after_start CHECK (ended_on >= started_on)
  )`;
