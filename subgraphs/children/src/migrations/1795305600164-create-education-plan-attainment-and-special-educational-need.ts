import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const educationPlanTable = `
  CREATE TABLE education_plan (
    ${recordedColumnsSql},
    held_on date NOT NULL,
    next_due_on date,
    is_child_taking_part boolean,
    took_part_not_known text,
    targets text NOT NULL,
    ${recordedConstraintsSql('education_plan')}
  );
  ${recordedIndexesSql('education_plan')}`;

const attainmentTable = `
  CREATE TABLE attainment (
    ${recordedColumnsSql},
    assessed_on date NOT NULL,
    subject text NOT NULL,
    stage text NOT NULL,
    is_starting_point boolean NOT NULL,
    result text NOT NULL,
    standing text,
    standing_not_known text,
    ${recordedConstraintsSql('attainment')}
  );
  ${recordedIndexesSql('attainment')}`;

const specialEducationalNeedTable = `
  CREATE TABLE special_educational_need (
    ${recordedColumnsSql},
    as_of date NOT NULL,
    provision text,
    provision_not_known text,
    needs jsonb NOT NULL,
    plan_reviewed_on date,
    ${recordedConstraintsSql('special_educational_need')}
  );
  ${recordedIndexesSql('special_educational_need')}`;

/** Creates personal education plans, results and special educational needs. */
export class CreateEducation1795305600164 implements MigrationInterface {
  readonly name = 'CreateEducation1795305600164';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(educationPlanTable);
    await guardRecordTable(queryRunner, { table: 'education_plan', needs: 'EDUCATION' });
    await queryRunner.query(attainmentTable);
    await guardRecordTable(queryRunner, { table: 'attainment', needs: 'EDUCATION' });
    await queryRunner.query(specialEducationalNeedTable);
    await guardRecordTable(queryRunner, { table: 'special_educational_need', needs: 'EDUCATION' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE special_educational_need, attainment, education_plan');
  }
}
