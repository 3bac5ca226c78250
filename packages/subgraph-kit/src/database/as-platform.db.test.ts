import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { aViewer, startTestDatabase, type TestDatabase } from '../testing/index.ts';
import type { Db } from './database.ts';
import { guardTable } from './row-security.ts';

class CreateNote1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE note (la_code text NOT NULL, body text CONSTRAINT pk_note PRIMARY KEY)');
    await guardTable(queryRunner, { table: 'note', la: 'read', service: 'write' });
  }
  async down(): Promise<void> {}
}

const analyst = aViewer({ laCodes: ['E1'] });
const ADD = `INSERT INTO note VALUES ('E2', $1)`;
const bodiesIn = async (db: Db): Promise<string[]> =>
  (await db.query<{ body: string }>('SELECT body FROM note ORDER BY body')).map(({ body }) => body);

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase('children', { migrations: [CreateNote1795305600000] });
  await database.owner((db) => db.query(`INSERT INTO note VALUES ('E1', 'own'), ('E2', 'other')`));
});
afterAll(() => database?.close());

test('the platform sees and writes what the viewer may not, and the viewer is the viewer again after it', async () => {
  const seen = await database.write(analyst, async (db) => {
    const before = await bodiesIn(db);
    const platform = await db.asPlatform(async (own) => {
      await own.query(ADD, ['written']);
      return bodiesIn(own);
    });
    return { before, platform, after: await bodiesIn(db) };
  });
  expect(seen).toEqual({ before: ['own'], platform: ['other', 'own', 'written'], after: ['own'] });
  const writing = database.write(analyst, async (db) => {
    await db.asPlatform(bodiesIn);
    await db.query(ADD, ['as the viewer']);
  });
  await expect(writing).rejects.toThrow('permission denied');
});

test('statements asked for meanwhile wait, and run as the viewer', async () => {
  const seen = await database.read(analyst, async (db) => {
    const turn = db.asPlatform(async (platform) => {
      const first = await bodiesIn(platform);
      await new Promise(setImmediate);
      return [first, await bodiesIn(platform)];
    });
    const meanwhile = bodiesIn(db);
    return { turn: await turn, meanwhile: await meanwhile };
  });
  const all = ['other', 'own', 'written'];
  expect(seen).toEqual({ turn: [all, all], meanwhile: ['own'] });
});

test('it is one transaction: what the platform wrote is undone with all else', async () => {
  const failing = database.write(analyst, async (db) => {
    await db.asPlatform((platform) => platform.query(ADD, ['undone']));
    throw new Error('It fails after that.');
  });
  await expect(failing).rejects.toThrow('It fails');
  expect(await database.service(bodiesIn)).not.toContain('undone');
});

test('a turn that fails leaves nothing running as the platform', async () => {
  const seen: string[][] = [];
  await database
    .read(analyst, async (db) => {
      await db.asPlatform(() => Promise.reject(new Error('No statement failed.'))).catch(() => undefined);
      seen.push(await bodiesIn(db));
      await db.asPlatform((platform) => platform.query('SELECT nothing')).catch(() => undefined);
      seen.push(await bodiesIn(db));
    })
    .catch(() => undefined);
  expect(seen).toEqual([['own']]);
});

test('a statement that comes after its turn is refused', async () => {
  let kept: Db | null = null;
  await database.read(analyst, (db) =>
    db.asPlatform(async (platform) => {
      kept = platform;
    }),
  );
  expect(() => kept?.query('SELECT 1')).toThrow('after its turn');
});
