import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const profileTable = `
  CREATE TABLE profile (
    ${recordedColumnsSql},
    as_of date NOT NULL,
    religion text,
    religion_not_known text,
    first_language text,
    first_language_not_known text,
    needs_interpreter boolean,
    needs_interpreter_not_known text,
    is_disabled boolean,
    has_disability_not_known text,
    disabilities jsonb NOT NULL,
    communication_needs text,
    communication_needs_not_known text,
    nationalities jsonb NOT NULL,
    nationalities_not_known text,
    team text,
    team_not_known text,
    ${recordedConstraintsSql('profile')}
  );
  ${recordedIndexesSql('profile')}`;

const siblingTable = `
  CREATE TABLE sibling (
    ${recordedColumnsSql},
    sibling_child_id text,
    name text,
    relation text NOT NULL,
    home text,
    home_not_known text,
    is_together boolean,
    lives_together_not_known text,
    apart_reason text,
    as_of date NOT NULL,
    ${recordedConstraintsSql('sibling')}
  );
  ${recordedIndexesSql('sibling')}`;

/** Creates who children are, and their brothers and sisters. */
export class CreateProfile1795305600160 implements MigrationInterface {
  readonly name = 'CreateProfile1795305600160';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(profileTable);
    await guardRecordTable(queryRunner, { table: 'profile', needs: 'CARE_PLANNING' });
    await queryRunner.query(siblingTable);
    await guardRecordTable(queryRunner, { table: 'sibling', needs: 'CARE_PLANNING' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sibling, profile');
  }
}
