import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

/** Creates `voice` and `voice_promise`: what children, carers and parents said, and what was promised. */
export class CreateVoice1795305600153 implements MigrationInterface {
  readonly name = 'CreateVoice1795305600153';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE voice (
        ${recordedColumnsSql},
        said_on date NOT NULL,
        speaker text NOT NULL,
        medium text NOT NULL,
        words text,
        taken_down_by text,
        scale text,
        scale_reason text,
        ratings jsonb NOT NULL,
        ${recordedConstraintsSql('voice')}
      );
      ${recordedIndexesSql('voice')}
      CREATE TABLE voice_promise (
        ${recordedColumnsSql},
        voice_id text NOT NULL,
        what text NOT NULL,
        who text NOT NULL,
        due_on date NOT NULL,
        is_kept boolean,
        settled_on date,
        note text,
        is_child_told boolean,
        child_told_not_known text,
        ${recordedConstraintsSql('voice_promise')}
      );
      ${recordedIndexesSql('voice_promise')}
    `);
    for (const table of ['voice', 'voice_promise']) {
      await guardRecordTable(queryRunner, { table, needs: 'VISITS_AND_SUPERVISION' });
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE voice_promise, voice');
  }
}
