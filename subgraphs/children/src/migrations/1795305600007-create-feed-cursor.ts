import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFeedCursor } from '@mainstay/subgraph-kit';

/** Creates `feed_cursor`: how far this subgraph has read what contracts tells. */
export class CreateFeedCursor1795305600007 implements MigrationInterface {
  readonly name = 'CreateFeedCursor1795305600007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createFeedCursor(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feed_cursor');
  }
}
