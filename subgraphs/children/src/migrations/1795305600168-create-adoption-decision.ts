import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const adoptionDecisionTable = `
  CREATE TABLE adoption_decision (
    ${recordedColumnsSql},
    decided_on date NOT NULL,
    foster_to_adopt_on date,
    matched_on date,
    family_id text,
    adopter_sexes text,
    adopter_status text,
    is_by_foster_carer boolean,
    reversed_on date,
    reversed_reason text,
    ${recordedConstraintsSql('adoption_decision')}
  );
  ${recordedIndexesSql('adoption_decision')}`;

/** Creates decisions that children should be placed for adoption. */
export class CreateAdoptionDecision1795305600168 implements MigrationInterface {
  readonly name = 'CreateAdoptionDecision1795305600168';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(adoptionDecisionTable);
    await guardRecordTable(queryRunner, { table: 'adoption_decision', needs: 'CARE_PLANNING' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE adoption_decision');
  }
}
