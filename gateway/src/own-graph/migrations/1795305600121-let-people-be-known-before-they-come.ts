import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the register hold people of whom it is known that they belong to an authority, and who were never here. */
export class LetPeopleBeKnownBeforeTheyCome1795305600121 implements MigrationInterface {
  readonly name = 'LetPeopleBeKnownBeforeTheyCome1795305600121';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE person ALTER COLUMN first_seen_at DROP NOT NULL, ALTER COLUMN last_seen_at DROP NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM person WHERE last_seen_at IS NULL');
    await queryRunner.query(
      'ALTER TABLE person ALTER COLUMN first_seen_at SET NOT NULL, ALTER COLUMN last_seen_at SET NOT NULL',
    );
  }
}
