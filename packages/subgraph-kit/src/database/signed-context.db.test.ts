import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deriveKey } from '../keys.ts';
import { aViewer, startTestDatabase, TEST_CLOCK, TEST_SECRET, type TestDatabase } from '../testing/index.ts';
import { guardTable } from './row-security.ts';
import { contextKey, contextOf, signContext } from './signed-context.ts';

class CreateChild1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE child (la_code text NOT NULL, id text NOT NULL)');
    await guardTable(queryRunner, { table: 'child', la: 'write', service: 'write', figures: 'true' });
  }
  async down(): Promise<void> {}
}

const viewer = aViewer({ laCodes: ['E1'] });
const today = TEST_CLOCK.today();
const asLa = { audience: 'la', name: 'children', moment: { today, now: TEST_CLOCK.now() } } as const;

let database: TestDatabase;
/** A connection as the application's login that runs whatever an attacker would. */
let attacker: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations: [CreateChild1795305600000], poolSize: 1 });
  await database.owner((db) => db.query(`INSERT INTO child VALUES ('E1', 'own'), ('E2', 'foreign')`));
  const [app] = await database.dataSource.query('SELECT current_user AS name');
  const url = new URL(database.url);
  url.username = app.name;
  url.password = deriveKey(TEST_SECRET, 'database-login:children').toString('base64url');
  attacker = new pg.Client({ connectionString: url.toString() });
  await attacker.connect();
});
afterAll(async () => {
  await attacker?.end();
  await database?.close();
});

async function seenWith(...statements: string[]): Promise<unknown[]> {
  await attacker.query('BEGIN');
  try {
    await attacker.query(`SET LOCAL ROLE "${database.roles.la}"`);
    for (const statement of statements) await attacker.query(statement);
    return (await attacker.query('SELECT id FROM child')).rows;
  } finally {
    await attacker.query('ROLLBACK');
  }
}

describe('the signed context', () => {
  const signed = () => signContext(contextOf(viewer, asLa), contextKey(TEST_SECRET, 'children'));

  test('shows what it was signed for', async () => {
    expect(await seenWith(`SELECT sec.enter('${signed()}')`)).toEqual([{ id: 'own' }]);
  });

  test('without one, nothing is seen', async () => {
    expect(await seenWith()).toEqual([]);
  });

  test('one that somebody else signed is refused', async () => {
    const forged = signContext(contextOf(aViewer({ laCodes: ['E2'] }), asLa), contextKey('guessed', 'children'));
    await expect(seenWith(`SELECT sec.enter('${forged}')`)).rejects.toMatchObject({ code: '28000' });
  });

  test('one for another database is refused', async () => {
    const other = signContext(contextOf(viewer, asLa), contextKey(TEST_SECRET, 'contracts'));
    await expect(seenWith(`SELECT sec.enter('${other}')`)).rejects.toMatchObject({ code: '28000' });
  });

  test('one changed to another authority is refused', async () => {
    const changed = signed().replaceAll('E1', 'E2');
    await expect(seenWith(`SELECT sec.enter('${changed}')`)).rejects.toMatchObject({ code: '28000' });
  });

  test.each(['', 'E2', '|||||', `${'x'.repeat(80)}`])('nonsense is refused: “%s”', async (text) => {
    await expect(seenWith(`SELECT sec.enter('${text}')`)).rejects.toMatchObject({ code: '28000' });
  });

  test('one that has expired is refused', async () => {
    const key = contextKey(TEST_SECRET, 'children');
    const context = { ...contextOf(viewer, asLa) };
    const { createHmac } = await import('node:crypto');
    const text = `${context.audience}|E1|E1||${today}|0|la-analyst||||${1_700_000_000_000}`;
    const expired = `${text}|${createHmac('sha256', key).update(`enter|${text}`).digest('hex')}`;
    await expect(seenWith(`SELECT sec.enter('${expired}')`)).rejects.toMatchObject({
      code: '28000',
      message: 'The context has expired.',
    });
  });

  test('setting the variable oneself is refused', async () => {
    await expect(
      seenWith(`SET LOCAL mainstay.context = 'la|E2|E2||${today}|0|la-analyst||||9|x|y'`),
    ).rejects.toMatchObject({
      code: '28000',
    });
  });

  test('that of one transaction is worth nothing in the next', async () => {
    await attacker.query('BEGIN');
    await attacker.query(`SET LOCAL ROLE "${database.roles.la}"; SELECT sec.enter('${signed()}')`);
    const { rows } = await attacker.query(`SELECT current_setting('mainstay.context') AS context`);
    await attacker.query('COMMIT');
    await expect(seenWith(`SET LOCAL mainstay.context = '${rows[0].context}'`)).rejects.toMatchObject({
      code: '28000',
    });
  });

  test('signed for an authority, it opens no other audience’s policy', async () => {
    await attacker.query('BEGIN');
    await attacker.query(`SELECT 1; SET LOCAL ROLE "${database.roles.la}"; SELECT sec.enter('${signed()}')`);
    for (const role of [database.roles.service, database.roles.figures]) {
      await attacker.query(`RESET ROLE; SET LOCAL ROLE "${role}"`);
      expect((await attacker.query('SELECT id FROM child')).rows).toEqual([]);
    }
    await attacker.query('ROLLBACK');
  });

  test('its key cannot be read, nor used to sign', async () => {
    await expect(seenWith('SELECT * FROM sec.context_key')).rejects.toMatchObject({ code: '42501' });
    await expect(seenWith(`SELECT sec.mac('enter|x')`)).rejects.toMatchObject({ code: '42501' });
  });

  test('set_config is withheld from the application', async () => {
    await expect(seenWith(`SELECT set_config('mainstay.context', 'x', true)`)).rejects.toMatchObject({ code: '42501' });
  });

  test('the application can neither make tables, temporary ones included, nor shut row-level security off', async () => {
    await expect(seenWith('CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(seenWith('CREATE TEMP TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(seenWith('ALTER TABLE child DISABLE ROW LEVEL SECURITY')).rejects.toMatchObject({ code: '42501' });
    await expect(seenWith('SET LOCAL row_security = off')).rejects.toMatchObject({ code: '42501' });
  });

  test.each(['test', 'auth0|5f', 'Zoë, of Leeds|E2', ''])(
    'says who asks, whatever the subject is: “%s”',
    async (subject) => {
      const asked = await database.read({ ...viewer, subject }, (db) => db.query('SELECT sec.subject(), sec.la()'));
      expect(asked).toEqual([{ subject: subject || null, la: 'E1' }]);
    },
  );

  test('a code that would break out of the context is refused', () => {
    const escaping = aViewer({ laCodes: [`E1|E2`] });
    expect(() => signContext(contextOf(escaping, asLa), contextKey(TEST_SECRET, 'children'))).toThrow(RangeError);
  });

  test('a viewer of several authorities is no authority’s viewer', () => {
    expect(() => contextOf(aViewer({ laCodes: ['E1', 'E2'] }), asLa)).toThrow(RangeError);
  });
});

test('a pooled connection carries nothing from one transaction to the next', async () => {
  await database.read(viewer, (db) => db.query('SELECT 1'));
  const [left] = await database.dataSource.query(
    `SELECT current_user = session_user AS "isItself", current_setting('mainstay.context', true) AS context,
       current_setting('statement_timeout') AS timeout, sec_seen FROM (SELECT 1 AS sec_seen) s`,
  );
  expect(left).toEqual({ isItself: true, context: '', timeout: '0', sec_seen: 1 });
  expect(await database.read(aViewer({ laCodes: ['E2'] }), (db) => db.query('SELECT id FROM child'))).toEqual([
    { id: 'foreign' },
  ]);
});

test('a transaction whose context is refused gives its connection back clean', async () => {
  await database.owner((db) => db.query(`UPDATE sec.context_key SET outer_block = outer_block || '\\x00'`));
  for (let time = 0; time < 3; time += 1) {
    await expect(database.read(viewer, (db) => db.query('SELECT 1'))).rejects.toMatchObject({ code: '28000' });
  }
  const undo = `UPDATE sec.context_key SET outer_block = substr(outer_block, 1, 64)`;
  const repair = new pg.Client({ connectionString: database.url });
  await repair.connect();
  await repair.query(undo).finally(() => repair.end());
  expect(await database.read(viewer, (db) => db.query('SELECT id FROM child'))).toEqual([{ id: 'own' }]);
});

test('the functions answer who the transaction is for', async () => {
  const ask = `SELECT sec.la(), sec.las(), sec.practice(), sec.today(), sec.audience()`;
  const practice = aViewer({ audience: 'practice', role: 'swp-worker', laCodes: ['E1', 'E2'], practiceId: 'harbour' });
  expect(await database.read(viewer, (db) => db.query(ask))).toEqual([
    { la: 'E1', las: ['E1'], practice: null, today, audience: 'la' },
  ]);
  expect(await database.figures(practice, (db) => db.query(ask))).toEqual([
    { la: null, las: ['E1', 'E2'], practice: 'harbour', today, audience: 'figures' },
  ]);
  expect(await database.service((db) => db.query(ask))).toEqual([
    { la: null, las: [], practice: null, today, audience: 'service' },
  ]);
});
