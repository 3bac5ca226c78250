import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardBy } from '@mainstay/subgraph-kit';

/**
 * Creates `import_903_child`: what became of each child's rows in an import, so that the totals of an import can be told
 * without the rows of children restricted to others. Imports made before have none, and their totals are told as they
 * are on record. There is no foreign key to the import: checking every row takes longer than adding it.
 */
export class CreateImport903Child1795305600102 implements MigrationInterface {
  readonly name = 'CreateImport903Child1795305600102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_903_child (
        la_code text NOT NULL,
        import_id text NOT NULL,
        child_id text NOT NULL,
        rows_of_files jsonb NOT NULL,
        rows_of_tables jsonb NOT NULL,
        CONSTRAINT pk_import_903_child PRIMARY KEY (la_code, import_id, child_id)
      )`);
    const ofReturns =
      "la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) = ANY (ARRAY['la-analyst', 'la-manager'])";
    const condition = `${ofReturns} AND child_id <> ALL ((SELECT sec.hidden())::text[])`;
    await guardBy(queryRunner, 'import_903_child', [{ audience: 'la', access: 'write', condition }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE import_903_child');
  }
}
