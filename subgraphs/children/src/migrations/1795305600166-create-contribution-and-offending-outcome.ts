import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const contributionTable = `
  CREATE TABLE contribution (
    ${recordedColumnsSql},
    kind text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    what text NOT NULL,
    ${recordedConstraintsSql('contribution')}
  );
  ${recordedIndexesSql('contribution')}`;

const offendingOutcomeTable = `
  CREATE TABLE offending_outcome (
    ${recordedColumnsSql},
    kind text NOT NULL,
    happened_on date NOT NULL,
    note text,
    ${recordedConstraintsSql('offending_outcome')}
  );
  ${recordedIndexesSql('offending_outcome')}`;

/** Creates what children take part in and achieve, and outcomes of offending. */
export class CreateContribution1795305600166 implements MigrationInterface {
  readonly name = 'CreateContribution1795305600166';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(contributionTable);
    await guardRecordTable(queryRunner, { table: 'contribution', needs: 'EDUCATION' });
    await queryRunner.query(offendingOutcomeTable);
    await guardRecordTable(queryRunner, { table: 'offending_outcome', needs: 'VISITS_AND_SUPERVISION' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE offending_outcome, contribution');
  }
}
