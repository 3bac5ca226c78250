import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childId, guardBy, type TableRule } from '@mainstay/subgraph-kit';

const TABLES = ['return_row', 'return_fault'] as const;
const CHILDREN_PER_STATEMENT = 5_000;

/**
 * Adds `child_id` to `return_row` and `return_fault`, so that rows of children restricted to named people are hidden
 * from all others; empty text where a fault's row names no child. The raw return, its imports and uploads are read by
 * the authority's analysts and managers alone.
 */
export class AddChildIdToReturn1795305600101 implements MigrationInterface {
  readonly name = 'AddChildIdToReturn1795305600101';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN child_id text NOT NULL DEFAULT ''`);
      await queryRunner.query(`ALTER TABLE ${table} ALTER COLUMN child_id DROP DEFAULT`);
      await fillChildIds(queryRunner, table);
      await guardBy(queryRunner, table, [ofReturns(`${OF_AUTHORITY} AND ${NOT_HIDDEN}`)]);
    }
    for (const table of ['import_903', 'upload']) {
      await guardBy(queryRunner, table, [
        ofReturns(OF_AUTHORITY),
        { audience: 'service', access: 'write', condition: 'true' },
      ]);
    }
    await guardBy(queryRunner, 'upload_chunk', [ofReturns(OF_AUTHORITY)]);
  }

  down(): Promise<void> {
    throw new Error('Rows of returns cannot be shown to everybody again. Restore the backup made before.');
  }
}

const OF_AUTHORITY =
  "la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) = ANY (ARRAY['la-analyst', 'la-manager'])";
const NOT_HIDDEN = 'child_id <> ALL ((SELECT sec.hidden())::text[])';

function ofReturns(condition: string): TableRule {
  return { audience: 'la', access: 'write', condition };
}

/** An id is a hash, which the platform works out and not the database. */
async function fillChildIds(queryRunner: QueryRunner, table: (typeof TABLES)[number]): Promise<void> {
  const children: { la: string; local: string }[] = await queryRunner.query(
    `SELECT DISTINCT la_code AS la, child_local_id AS local FROM ${table} WHERE child_local_id <> ''`,
  );
  for (let start = 0; start < children.length; start += CHILDREN_PER_STATEMENT) {
    const some = children.slice(start, start + CHILDREN_PER_STATEMENT);
    await queryRunner.query(
      `UPDATE ${table} t SET child_id = c.id
       FROM unnest($1::text[], $2::text[], $3::text[]) AS c (la_code, local_id, id)
       WHERE t.la_code = c.la_code AND t.child_local_id = c.local_id`,
      [some.map(({ la }) => la), some.map(({ local }) => local), some.map(({ la, local }) => childId(la, local))],
    );
  }
}
