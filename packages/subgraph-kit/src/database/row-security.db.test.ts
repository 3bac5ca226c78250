import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { aViewer, startTestDatabase, type TestDatabase } from '../testing/index.ts';
import { guardTable, openTable } from './row-security.ts';

class CreateChild1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child (la_code text NOT NULL, id text NOT NULL, access_practice_id text, access_from date,
        access_until date, CONSTRAINT pk_child PRIMARY KEY (la_code, id));
      CREATE TABLE postcode (postcode text CONSTRAINT pk_postcode PRIMARY KEY, easting integer NOT NULL);
      CREATE TABLE note (id bigserial PRIMARY KEY, la_code text NOT NULL, body text NOT NULL);
    `);
    await guardTable(queryRunner, {
      table: 'child',
      la: 'write',
      practice: 'read',
      inspector: 'read',
      service: 'write',
      figures: 'la_code = ANY ((SELECT sec.las())::text[])',
    });
    await guardTable(queryRunner, { table: 'note', la: 'write', service: 'read', figures: 'true' });
    await openTable(queryRunner, 'postcode');
  }
  async down(): Promise<void> {}
}

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations: [CreateChild1795305600000] });
});
afterAll(() => database?.close());

test('opens', async () => {
  await database.owner((db) => db.query(`INSERT INTO child VALUES ('E1', 'a'), ('E2', 'b')`));
  const rows = await database.read(aViewer({ laCodes: ['E1'] }), (db) => db.query('SELECT id FROM child'));
  expect(rows).toEqual([{ id: 'a' }]);
});
