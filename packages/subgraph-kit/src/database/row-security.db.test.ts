import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { plainDate } from '@mainstay/primitives';
import { aViewer, startTestDatabase, unguardedTables, type TestDatabase } from '../testing/index.ts';
import type { Viewer } from '../viewer.ts';
import { guardTable, openTable } from './row-security.ts';

class CreateChild1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child (la_code text NOT NULL, id text NOT NULL, access_practice_id text, access_from timestamptz,
        access_until timestamptz, CONSTRAINT pk_child PRIMARY KEY (la_code, id));
      CREATE TABLE postcode (postcode text CONSTRAINT pk_postcode PRIMARY KEY);
      CREATE TABLE note (id bigserial CONSTRAINT pk_note PRIMARY KEY, la_code text NOT NULL, body text NOT NULL);
    `);
    await guardTable(queryRunner, {
      table: 'child',
      child: 'id',
      la: 'write',
      practice: 'read',
      inspector: 'read',
      service: 'write',
      figures: 'la_code = ANY ((SELECT sec.las())::text[])',
    });
    await guardTable(queryRunner, { table: 'note', la: 'write', practice: `body = 'open'`, figures: 'true' });
    await openTable(queryRunner, 'postcode');
  }
  async down(): Promise<void> {}
}

const analyst = aViewer({ laCodes: ['E1'] });
const practice = aViewer({ role: 'swp-worker', audience: 'practice', laCodes: ['E1', 'E2'], practiceId: 'harbour' });

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations: [CreateChild1795305600000] });
  await database.owner(async (db) => {
    await db.query(`INSERT INTO child VALUES
      ('E1', 'own', NULL, NULL, NULL),
      ('E1', 'allocated', 'harbour', '2026-01-01', 'infinity'),
      ('E1', 'began today', 'harbour', '2026-11-22', 'infinity'),
      ('E1', 'ended yesterday', 'harbour', '2025-01-01Z', '2026-11-22Z'),
      ('E1', 'begins tomorrow', 'harbour', '2026-11-23Z', 'infinity'),
      ('E1', 'of another practice', 'anchor', '2026-01-01', 'infinity'),
      ('E2', 'allocated elsewhere', 'harbour', '2026-01-01', '2026-11-23Z'),
      ('E2', 'elsewhere', NULL, NULL, NULL),
      ('E3', 'far away', NULL, NULL, NULL)`);
    await db.query(`INSERT INTO note (la_code, body) VALUES ('E1', 'open'), ('E1', 'closed')`);
    await db.query(`INSERT INTO postcode VALUES ('B11BB')`);
  });
});
afterAll(() => database?.close());

function inspector(from: string, to: string): Viewer {
  const inspection = { id: 'i1', laCode: 'E1', from: plainDate(from), to: plainDate(to) };
  return aViewer({ role: 'ofsted-inspector', audience: 'inspector', laCodes: ['E1'], inspection });
}

async function childrenSeenBy(viewer: Viewer): Promise<string[]> {
  const rows = await database.read(viewer, (db) =>
    db.query<{ id: string }>('SELECT id FROM child ORDER BY la_code, id'),
  );
  return rows.map((row) => row.id);
}

describe('what each audience sees', () => {
  test('an authority sees its own children and no others', async () => {
    expect(await childrenSeenBy(analyst)).toEqual([
      'allocated',
      'began today',
      'begins tomorrow',
      'ended yesterday',
      'of another practice',
      'own',
    ]);
    expect(await childrenSeenBy(aViewer({ laCodes: ['E9'] }))).toEqual([]);
    expect(await childrenSeenBy(aViewer({ laCodes: [] }))).toEqual([]);
  });

  test('a practice sees the children allocated to it today, of every authority', async () => {
    expect(await childrenSeenBy(practice)).toEqual(['allocated', 'began today', 'allocated elsewhere']);
    expect(await childrenSeenBy({ ...practice, practiceId: 'nobody' })).toEqual([]);
    expect(await childrenSeenBy({ ...practice, practiceId: null })).toEqual([]);
  });

  test('an inspector sees the authority from the first day of the window to the last', async () => {
    expect(await childrenSeenBy(inspector('2026-11-22', '2026-11-22'))).toHaveLength(6);
    expect(await childrenSeenBy(inspector('2026-11-23', '2026-12-01'))).toEqual([]);
    expect(await childrenSeenBy(inspector('2026-11-01', '2026-11-21'))).toEqual([]);
  });

  test('children restricted to others exist for nobody: not in rows, not in figures', async () => {
    expect(await childrenSeenBy({ ...analyst, hiddenChildIds: ['own', 'allocated'] })).toEqual([
      'began today',
      'begins tomorrow',
      'ended yesterday',
      'of another practice',
    ]);
    expect(await childrenSeenBy({ ...practice, hiddenChildIds: ['allocated'] })).not.toContain('allocated');
    expect(await childrenSeenBy({ ...inspector('2026-11-22', '2026-11-22'), hiddenChildIds: ['own'] })).toHaveLength(5);
    const [row] = await database.figures({ ...practice, hiddenChildIds: ['own', 'allocated'] }, (db) =>
      db.query('SELECT count(*)::int AS count FROM child'),
    );
    expect(row).toEqual({ count: 6 });
  });

  test('a reviewing officer sees the children she reviews, and no other', async () => {
    const officer = { ...analyst, role: 'la-iro', namedChildIds: ['own', 'allocated', 'elsewhere'] } as const;
    expect(await childrenSeenBy(officer)).toEqual(['allocated', 'own']);
    expect(await childrenSeenBy({ ...officer, namedChildIds: [] })).toEqual([]);
  });

  test('under a broken glass one child is seen, until it is over, and nothing is written', async () => {
    const glass = { id: 'g', childId: 'own', until: '2026-11-22T12:00:01.000Z' };
    const under = { ...practice, namedChildIds: ['own'], breakGlass: glass };
    expect(await childrenSeenBy(under)).toEqual(['own']);
    expect(await childrenSeenBy({ ...under, breakGlass: { ...glass, until: '2026-11-22T12:00:00.000Z' } })).toEqual([]);
    await expect(database.write(under, async () => 'written')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a machine that was not let in for the records of this database sees none of them', async () => {
    const machine = { ...analyst, role: 'integrator', scopes: ['workforce', 'figures'] } as const;
    expect(await childrenSeenBy(machine)).toEqual([]);
    const counted = (viewer: Viewer) =>
      database.figures(viewer, (db) => db.query('SELECT count(*)::int AS count FROM child'));
    expect(await counted(machine)).toEqual([{ count: 6 }]);
    expect(await counted({ ...machine, scopes: ['workforce'] })).toEqual([{ count: 0 }]);
  });

  test('the role of another audience shows nothing more under one’s own context', async () => {
    const named = { ...analyst, role: 'la-iro', namedChildIds: ['own'] } as const;
    const { la, practice: practiceRole, inspector: inspectorRole, named: namedRole, figures } = database.roles;
    for (const viewer of [named, practice, inspector('2026-11-22', '2026-11-22')]) {
      const own = await childrenSeenBy(viewer);
      for (const role of [la, practiceRole, inspectorRole, namedRole, figures]) {
        const seen = await database.read(viewer, async (db) => {
          await db.query(`RESET ROLE; SET LOCAL ROLE "${role}"`);
          return db.query<{ id: string }>('SELECT id FROM child');
        });
        expect(seen.filter(({ id }) => !own.includes(id))).toEqual([]);
      }
    }
  });

  test('figures are made of the authorities the viewer stands in relation to', async () => {
    const [row] = await database.figures(practice, (db) => db.query('SELECT count(*)::int AS count FROM child'));
    expect(row).toEqual({ count: 8 });
  });

  test('the platform itself sees all', async () => {
    const [row] = await database.service((db) => db.query('SELECT count(*)::int AS count FROM child'));
    expect(row).toEqual({ count: 9 });
  });

  test('everybody reads an open table, and only the platform writes it', async () => {
    for (const viewer of [analyst, practice, inspector('2026-11-01', '2026-12-01')]) {
      expect(await database.read(viewer, (db) => db.query('SELECT * FROM postcode'))).toHaveLength(1);
    }
    const insert = `INSERT INTO postcode VALUES ('B22BB')`;
    await expect(database.write(analyst, (db) => db.query(insert))).rejects.toMatchObject({ code: '42501' });
    await database.service((db) => db.query(insert));
  });

  test('a condition of its own decides what a practice sees', async () => {
    const rows = await database.read(practice, (db) => db.query('SELECT body FROM note'));
    expect(rows).toEqual([{ body: 'open' }]);
  });
});

describe('what each audience may change', () => {
  test('an authority writes its own rows, with their sequence', async () => {
    const rows = await database.write(analyst, async (db) => {
      await db.query(`INSERT INTO note (la_code, body) VALUES ('E1', 'new')`);
      return db.query(`UPDATE note SET body = 'newer' WHERE body = 'new' RETURNING body`);
    });
    expect(rows).toEqual([{ body: 'newer' }]);
  });

  test('an authority can neither add a row to another authority nor move one there', async () => {
    const add = database.write(analyst, (db) => db.query(`INSERT INTO child VALUES ('E2', 'smuggled')`));
    await expect(add).rejects.toMatchObject({ code: '42501' });
    const move = database.write(analyst, (db) => db.query(`UPDATE child SET la_code = 'E2' WHERE id = 'own'`));
    await expect(move).rejects.toMatchObject({ code: '42501' });
  });

  test('changing or deleting rows of another authority touches none', async () => {
    const changed = await database.write(analyst, async (db) => [
      ...(await db.query(`UPDATE child SET id = 'x' WHERE la_code = 'E2' RETURNING id`)),
      ...(await db.query(`DELETE FROM child WHERE la_code = 'E2' RETURNING id`)),
    ]);
    expect(changed).toEqual([]);
  });

  test.each(["INSERT INTO child VALUES ('E1', 'x')", "UPDATE child SET id = 'x'", 'DELETE FROM child'])(
    'a practice that only reads is refused: %s',
    async (statement) => {
      await expect(database.write(practice, (db) => db.query(statement))).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('inspectors and integrators are refused before the database is asked', async () => {
    const refused = [inspector('2026-11-01', '2026-12-01'), aViewer({ role: 'integrator' })];
    for (const viewer of refused) {
      await expect(database.write(viewer, async () => 'written')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  test('reading and figures cannot write, whoever asks', async () => {
    const statement = `UPDATE note SET body = 'x'`;
    await expect(database.read(analyst, (db) => db.query(statement))).rejects.toMatchObject({ code: '25006' });
    await expect(database.figures(analyst, (db) => db.query(statement))).rejects.toMatchObject({ code: '25006' });
  });
});

describe('the catalogue', () => {
  test('tells tables that are not guarded', async () => {
    expect(await unguardedTables(database)).toEqual([]);
    await database.owner((db) => db.query('CREATE TABLE forgotten (id int)'));
    await database.owner((db) => db.query('CREATE VIEW sees_all AS SELECT * FROM child'));
    expect(await unguardedTables(database)).toEqual(['forgotten', 'sees_all']);
    await database.owner((db) => db.query('DROP VIEW sees_all; DROP TABLE forgotten'));
  });

  test('the application owns nothing, has no rights of its own and cannot pass row-level security', async () => {
    const [app] = await database.owner((db) =>
      db.query<{ name: string }>(
        `SELECT rolname AS name, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb, rolreplication
         FROM pg_roles WHERE rolname LIKE '%\\_app' AND oid IN (SELECT member FROM pg_auth_members m
           JOIN pg_roles r ON r.oid = m.roleid WHERE r.rolname = $1)`,
        [database.roles.la],
      ),
    );
    expect(app).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    const owned = await database.owner((db) =>
      db.query('SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = $1', [
        app?.name,
      ]),
    );
    expect(owned).toEqual([]);
    await expect(database.dataSource.query('SELECT * FROM child')).rejects.toThrow('permission denied');
  });

  test('what runs with its owner’s rights has a fixed search path', async () => {
    const rows = await database.owner((db) =>
      db.query(
        `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')
           AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%')`,
      ),
    );
    expect(rows).toEqual([]);
  });
});
