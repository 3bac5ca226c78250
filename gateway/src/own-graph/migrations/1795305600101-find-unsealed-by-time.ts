import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds events that are not sealed by their time. The numbers of transactions begin anew when a database is restored from
 * a dump, and would no longer tell old events from new ones.
 */
export class FindUnsealedByTime1795305600101 implements MigrationInterface {
  readonly name = 'FindUnsealedByTime1795305600101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_audit_event_at ON audit_event (at)');
    await queryRunner.query('DROP INDEX ix_audit_event_transaction');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_audit_event_transaction ON audit_event (transaction)');
    await queryRunner.query('DROP INDEX ix_audit_event_at');
  }
}
