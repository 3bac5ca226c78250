import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '@mainstay/subgraph-kit';
import {
  guardTableOfChildren,
  keepAccessOfChildren,
  keepAccessOfNewRows,
  keepAccessOfRows,
  midnightSql,
  presentAllocationSql,
  tablesWithAccess,
  unguard,
} from './child-access.ts';

const ALL_FUNCTIONS = [
  'CARE_PLANNING',
  'PLACEMENT',
  'VISITS_AND_SUPERVISION',
  'REVIEW_PREPARATION',
  'HEALTH',
  'EDUCATION',
  'CONTACT',
  'LEAVING_CARE',
];
const OF_PRACTICE = 'practice_id = (SELECT sec.practice())';
const IN_RELATION = 'la_code = ANY ((SELECT sec.las())::text[])';
const ALL_FUNCTIONS_SQL = `ARRAY[${ALL_FUNCTIONS.map((name) => `'${name}'`).join(', ')}]`;

/**
 * Who may see a row about a child, to the minute and to the function: `access_from` and `access_until` become instants,
 * the latter no longer part of the time; an allocation says which functions its contract delegates, and rows of a part of
 * the record are open to the practice only where the part's function is. Children restricted to named people are hidden
 * from all others, and of children outside an inspection's sample inspectors see what is so at present.
 */
export class AddInstantsAndFunctionsToAccess1795305600100 implements MigrationInterface {
  readonly name = 'AddInstantsAndFunctionsToAccess1795305600100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE allocation ADD COLUMN ends_at timestamptz,
        ADD COLUMN functions text[] NOT NULL DEFAULT ${ALL_FUNCTIONS_SQL};
      ALTER TABLE allocation ALTER COLUMN functions DROP DEFAULT`);
    for (const { table } of tablesWithAccess) {
      await unguard(queryRunner, table);
      await queryRunner.query(`
        ALTER TABLE ${table}
          ALTER COLUMN access_from TYPE timestamptz USING ${midnightSql('access_from')},
          ALTER COLUMN access_until TYPE timestamptz USING
            CASE WHEN access_until = '9999-12-31' THEN 'infinity' ELSE ${midnightSql('access_until + 1')} END`);
    }
    await queryRunner.query('ALTER TABLE child ADD COLUMN access_functions text[]');
    await queryRunner.query(
      `UPDATE child SET access_functions = ${ALL_FUNCTIONS_SQL} WHERE access_practice_id IS NOT NULL`,
    );
    await keepAccessOfNewRows(queryRunner);
    await keepAccessOfChildren(queryRunner, tablesWithAccess);
    for (const of of tablesWithAccess) {
      await keepAccessOfRows(queryRunner, of);
      await guardTableOfChildren(queryRunner, of);
    }
    await guardTable(queryRunner, {
      table: 'allocation',
      child: 'child_id',
      la: 'read',
      practice: `${OF_PRACTICE} AND ${IN_RELATION}`,
      inspector: presentAllocationSql,
      service: 'write',
      // A practice's staff are told figures of its own children, all others of their authority's.
      figures: `practice_id = (SELECT sec.practice())
        OR (SELECT sec.practice()) IS NULL AND la_code = ANY ((SELECT sec.las())::text[])`,
    });
  }

  down(): Promise<void> {
    throw new Error('Access cannot go back from instants to days. Restore the backup made before.');
  }
}
