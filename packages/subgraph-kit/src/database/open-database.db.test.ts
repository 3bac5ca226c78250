import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { UnavailableError } from '../errors.ts';
import { aViewer, startTestDatabase, TEST_CLOCK, TEST_SECRET, type TestDatabase } from '../testing/index.ts';
import { joinTestServer } from '../testing/test-server.ts';
import type { OpenDatabaseOptions } from './database.ts';
import { openDatabase } from './open-database.ts';
import { guardTable } from './row-security.ts';

let runs = 0;

class CreateReview1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    runs += 1;
    await queryRunner.query(
      `CREATE TABLE review (la_code text NOT NULL, id bigint NOT NULL, held_on date, days date[], told_at timestamptz,
         CONSTRAINT pk_review PRIMARY KEY (la_code, id))`,
    );
    await guardTable(queryRunner, { table: 'review', la: 'write' });
  }
  async down(): Promise<void> {}
}

class BreakHalfway1795305600001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE half (id int)');
    throw new Error('the migration broke');
  }
  async down(): Promise<void> {}
}

interface ReviewRow {
  readonly laCode: string;
  readonly id: string;
  readonly heldOn: string | null;
}

const Review = new EntitySchema<ReviewRow>({
  name: 'Review',
  tableName: 'review',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_review' },
    id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'pk_review' },
    heldOn: { name: 'held_on', type: 'date', nullable: true },
  },
});

const viewer = aViewer({ laCodes: ['E1'] });

let database: TestDatabase;
let statements: string[] = [];

beforeAll(async () => {
  database = await startTestDatabase('children', {
    entities: [Review],
    migrations: [CreateReview1795305600000],
    poolSize: 2,
    onStatement: (sql) => statements.push(sql),
  });
});
afterAll(() => database?.close());

function options(parts: Partial<OpenDatabaseOptions> = {}): OpenDatabaseOptions {
  return {
    name: 'children',
    url: database.url,
    secret: TEST_SECRET,
    clock: TEST_CLOCK,
    entities: [Review],
    migrations: [CreateReview1795305600000],
    ...parts,
  };
}

describe('opening a database', () => {
  test('that was opened before changes nothing, however many do it at once', async () => {
    const before = runs;
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(options())));
    expect(runs).toBe(before);
    expect(await opened[0]?.read(viewer, (db) => db.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await Promise.all(opened.map((each) => each.close()));
  });

  test('undoes a migration that breaks, and says so', async () => {
    const migrations = [CreateReview1795305600000, BreakHalfway1795305600001];
    await expect(openDatabase(options({ migrations }))).rejects.toThrow('the migration broke');
    const rows = await database.owner((db) => db.query(`SELECT to_regclass('half') AS half`));
    expect(rows).toEqual([{ half: null }]);
  });

  test('names the variable when the server is out of reach', async () => {
    const url = 'postgresql://nobody:x@127.0.0.1:9/children';
    await expect(openDatabase(options({ url }))).rejects.toThrow('CHILDREN_DATABASE_URL');
  });

  test('says what right its owner lacks', async () => {
    const server = await joinTestServer();
    const poor = `test_poor_${process.pid}`;
    await server.client.query(`CREATE ROLE ${poor} LOGIN PASSWORD 'poor'`);
    await server.client.query(`CREATE DATABASE ${poor} OWNER ${poor}`);
    const url = `postgresql://${poor}:poor@127.0.0.1:${server.port}/${poor}`;
    await expect(openDatabase(options({ url }))).rejects.toThrow('CHILDREN_DATABASE_URL lacks a right');
    await server.client.query(`DROP DATABASE ${poor} WITH (FORCE)`);
    await server.client.query(`DROP ROLE ${poor}`);
    await server.leave();
  });

  test('with another secret gives the application another password and the context another key', async () => {
    const own = await startTestDatabase('contracts', { migrations: [] });
    const other = await openDatabase({
      ...options({ url: own.url, secret: 'rotated', migrations: [] }),
      name: 'contracts',
    });
    expect(await other.read(viewer, (db) => db.query('SELECT sec.la()'))).toEqual([{ la: 'E1' }]);
    await expect(own.read(viewer, (db) => db.query('SELECT sec.la()'))).rejects.toMatchObject({ code: '28000' });
    await other.close();
    await own.close();
  });

  test('tells where tables and entities differ', async () => {
    const drift = await database.schemaDrift();
    expect(drift.some((statement) => statement.includes('DROP COLUMN "days"'))).toBe(true);
    await database.owner((db) => db.query('ALTER TABLE review DROP COLUMN days, DROP COLUMN told_at'));
    expect(await database.schemaDrift()).toEqual([]);
    await database.owner((db) => db.query('ALTER TABLE review ADD COLUMN days date[], ADD COLUMN told_at timestamptz'));
  });
});

describe('a transaction', () => {
  const insert = `INSERT INTO review (la_code, id) VALUES ('E1', $1)`;
  const count = async () => (await database.read(viewer, (db) => db.query('SELECT id FROM review'))).length;

  test('gives days as text, big numbers as text, instants as instants', async () => {
    const rows = await database.read(viewer, (db) =>
      db.query(
        `SELECT date '2024-02-29' AS day, ARRAY[date '2024-02-29', NULL] AS days, 9007199254740993 AS big,
           timestamptz '2025-04-02 09:30Z' AS instant`,
      ),
    );
    expect(rows).toEqual([
      {
        day: '2024-02-29',
        days: ['2024-02-29', null],
        big: '9007199254740993',
        instant: new Date('2025-04-02T09:30:00Z'),
      },
    ]);
  });

  test('runs statements one at a time, in the order they come', async () => {
    statements = [];
    const answers = await database.write(viewer, (db) =>
      Promise.all([
        db.query('SELECT pg_sleep(0.02)'),
        db.query(insert, [7]),
        db.query('DELETE FROM review WHERE id = 7 RETURNING id'),
        db.query('SELECT count(*)::int AS count FROM review'),
      ]),
    );
    expect(answers.slice(1)).toEqual([[], [{ id: '7' }], [{ count: 0 }]]);
    expect(statements).toHaveLength(4);
  });

  test('is TypeORM’s too', async () => {
    statements = [];
    const found = await database.write(viewer, async ({ manager }) => {
      const reviews = manager.getRepository(Review);
      await reviews.insert({ laCode: 'E1', id: '7', heldOn: '2024-02-29' });
      const review = await reviews.findOneBy({ id: '7' });
      await reviews.delete({ id: '7' });
      return review;
    });
    expect(found).toEqual({ laCode: 'E1', id: '7', heldOn: '2024-02-29' });
    expect(statements).toHaveLength(3);
    expect(await count()).toBe(0);
  });

  test('keeps nothing when the work throws, and throws what the work threw', async () => {
    const failing = database.write(viewer, async (db) => {
      await db.query(insert, [1]);
      throw new RangeError('no');
    });
    await expect(failing).rejects.toEqual(new RangeError('no'));
    expect(await count()).toBe(0);
  });

  test('keeps nothing when a statement fails that nobody waited for the end of', async () => {
    const failing = database.write(viewer, (db) => Promise.all([db.query(insert, [1]), db.query(insert, [1])]));
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe(0);
  });

  test('inside another of TypeORM’s is part of it', async () => {
    const failing = database.write(viewer, async (db) => {
      await db.query(insert, [1]);
      await db.manager.transaction(async (inner) => {
        await inner.query(insert, [2]);
      });
      expect(await db.query('SELECT sec.la()')).toEqual([{ la: 'E1' }]);
      throw new Error('undo all');
    });
    await expect(failing).rejects.toThrow('undo all');
    expect(await count()).toBe(0);
  });

  test('that has ended takes no more statements', async () => {
    const leaked = await database.read(viewer, async (db) => db);
    await expect(leaked.query('SELECT 1')).rejects.toThrow('something was not awaited');
  });

  test('that begins badly gives its connection back clean', async () => {
    const broken = aViewer({ laCodes: ['E1|E2'] });
    for (let time = 0; time < 5; time += 1) {
      await expect(database.read(broken, (db) => db.query('SELECT 1'))).rejects.toThrow(RangeError);
    }
    expect(await database.read(viewer, (db) => db.query('SELECT sec.la()'))).toEqual([{ la: 'E1' }]);
  });

  test('that takes too long is unavailable, not broken', async () => {
    const slow = database.read(viewer, (db) => db.query('SELECT pg_sleep(5)'), { statementTimeoutMs: 50 });
    await expect(slow).rejects.toBeInstanceOf(UnavailableError);
    expect(await count()).toBe(0);
  });

  test('whose connection is cut is unavailable, and the next one works', async () => {
    const server = await joinTestServer();
    const cut = database.read(viewer, async (db) => {
      const [own] = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await server.client.query('SELECT pg_terminate_backend($1)', [own?.pid]);
      return db.query('SELECT 1');
    });
    await expect(cut).rejects.toBeInstanceOf(UnavailableError);
    await server.leave();
    expect(await count()).toBe(0);
  });

  test('waits for a connection, and many at once all get one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => database.read(viewer, (db) => db.query(`SELECT ${n} AS n`))),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => [{ n }]));
  });
});

describe('a statement of the platform itself in one message', () => {
  test('is committed, or nothing of it is, and leaves its connection as it was', async () => {
    await database.owner((db) => db.query('GRANT INSERT, SELECT ON review TO PUBLIC'));
    await database.owner((db) =>
      db.query("CREATE POLICY platform ON review USING ((SELECT sec.audience()) = 'service')"),
    );
    const add = (id: number) => `INSERT INTO review (la_code, id) VALUES ('E7', ${id})`;
    await database.serviceStatement(add(1));
    await expect(database.serviceStatement(add(1))).rejects.toThrow('pk_review');
    await database.serviceStatement(add(2));
    const rows = await database.owner((db) => db.query(`SELECT id FROM review WHERE la_code = 'E7' ORDER BY id`));
    expect(rows).toEqual([{ id: '1' }, { id: '2' }]);
    expect(await database.dataSource.query('SELECT current_user = session_user AS same')).toEqual([{ same: true }]);
  });
});
