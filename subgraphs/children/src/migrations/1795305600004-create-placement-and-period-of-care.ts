import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accessColumnsSql, guardChildTable } from './child-tables.ts';

/**
 * Creates what is derived from the episodes: `period_of_care`, `placement` and `legal_status_period`.
 *
 * Derived rows have no foreign key to `child`: they are only ever written together with it, a child's whole history at a
 * time (`history/child-history.repository.ts`), and checking each row again took two thirds of the time of an import.
 */
export class CreatePlacement1795305600004 implements MigrationInterface {
  readonly name = 'CreatePlacement1795305600004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE period_of_care (
        la_code text NOT NULL,
        child_id text NOT NULL,
        started_on date NOT NULL,
        is_start_known boolean NOT NULL,
        ended_on date,
        ${accessColumnsSql},
        CONSTRAINT pk_period_of_care PRIMARY KEY (la_code, child_id, started_on),
        CONSTRAINT ck_period_of_care_ends_after_start CHECK (ended_on >= started_on)
      );
      CREATE TABLE placement (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        started_on date NOT NULL,
        is_start_known boolean NOT NULL,
        ended_on date,
        type text NOT NULL,
        provider text,
        urn text,
        placement_postcode text,
        home_postcode text,
        is_temporary boolean NOT NULL,
        is_short_break boolean NOT NULL,
        is_same_carer boolean NOT NULL,
        carer_since date NOT NULL,
        is_carer_since_known boolean NOT NULL,
        reason_ended text,
        distance_from_home_miles double precision,
        is_inside_authority boolean,
        ${accessColumnsSql},
        CONSTRAINT pk_placement PRIMARY KEY (la_code, child_id, id),
        CONSTRAINT ck_placement_ends_after_start CHECK (ended_on >= started_on),
        CONSTRAINT ck_placement_carer_since CHECK (carer_since <= started_on),
        CONSTRAINT ck_placement_distance CHECK (distance_from_home_miles >= 0)
      );
      CREATE TABLE legal_status_period (
        la_code text NOT NULL,
        child_id text NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        legal_status text NOT NULL,
        ${accessColumnsSql},
        CONSTRAINT pk_legal_status_period PRIMARY KEY (la_code, child_id, started_on),
        CONSTRAINT ck_legal_status_period_ends_after_start CHECK (ended_on >= started_on)
      );
    `);
    await guardChildTable(queryRunner, 'period_of_care');
    await guardChildTable(queryRunner, 'placement');
    await guardChildTable(queryRunner, 'legal_status_period');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE legal_status_period, placement, period_of_care');
  }
}
