import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, NOW } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  otherManager,
  practiceManager,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
const [plain, secret] = [aChild(), aChild()];
const PLAIN = `${BIRMINGHAM}.plain`;
const SECRET = `${BIRMINGHAM}.secret`;

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [plain, secret]);
  await world.database.owner(async (db) => {
    await insertGlass(db.query.bind(db), { id: PLAIN, child: plain, by: worker });
    await insertGlass(db.query.bind(db), { id: SECRET, child: secret, by: analyst });
  });
});
afterAll(() => world.close());

type Query = (sql: string, params?: readonly unknown[]) => Promise<object[]>;
interface Given {
  readonly id: string;
  readonly child: typeof plain;
  readonly by: Viewer;
  readonly subject?: string;
}

const insertGlass = (query: Query, { id, child, by, subject }: Given) =>
  query(
    `INSERT INTO break_glass VALUES ($1, $2, $3, $4, 'A reason of twenty characters', $5, $6, $7, $8::timestamptz,
       $8::timestamptz + '1 hour')`,
    [BIRMINGHAM, id, idOf(child), child.localId, subject ?? by.subject, by.role, by.practiceId, NOW],
  );
const hiding: Viewer = { ...otherManager, hiddenChildIds: [idOf(secret)] };
const refusedOr = (work: Promise<object[]>) =>
  work.then(
    (rows) => rows.map((row) => (row as { id: string }).id),
    (error: { code?: string }) => error.code ?? 'failed',
  );

describe('by row-level security alone, a broken glass is read', () => {
  test.each([
    ['by the worker who broke it', worker, [PLAIN]],
    [
      'by the analyst who broke it, though the child is hidden',
      { ...analyst, hiddenChildIds: [idOf(secret)] },
      [SECRET],
    ],
    ['by managers', manager, [PLAIN, SECRET]],
    ['by managers, where the child is not hidden', hiding, [PLAIN]],
    ['by no other analyst', { ...analyst, subject: 'x' }, []],
    ['by no commissioner', commissioner, []],
    ['by no reviewing officer', reviewingOfficer, []],
    ['by nobody else of the practice', practiceManager, []],
    ['by no manager of another authority', foreignManager, []],
    ['by no machine', integrator, []],
    ['by no inspector', inspectorOfBirmingham, '42501'],
    ['by no worker whose practice has no contract any more', { ...worker, laCodes: [] }, []],
  ])('%s', async (_, viewer, expected) => {
    const rows = refusedOr(world.database.read(viewer, (db) => db.query('SELECT id FROM break_glass ORDER BY id')));
    expect(await rows).toEqual(expected);
  });
});

describe('by row-level security alone, a glass is broken', () => {
  let number = 0;
  test.each([
    ['by a worker for the own practice', worker, worker, 1],
    ['by a reviewing officer', reviewingOfficer, reviewingOfficer, 1],
    ['by a commissioner', commissioner, commissioner, 1],
    ['not in the name of another', worker, { ...worker, subject: 'another' }, '42501'],
    ['not for another practice', worker, { ...worker, practiceId: 'oak-practice' }, '42501'],
    ['not in another role', worker, { ...worker, role: 'swp-manager' as const }, '42501'],
    ['not by another authority', foreignManager, foreignManager, '42501'],
    ['not as the authority’s staff by a practice', worker, { ...worker, practiceId: null }, '42501'],
  ])('%s', async (_, viewer, by, expected) => {
    number += 1;
    const given = { id: `${BIRMINGHAM}.new-${number}`, child: plain, by };
    const added = await world.database
      .write(viewer, async (db) => {
        await insertGlass(db.query.bind(db), given);
        return db.query('SELECT id FROM break_glass WHERE id = $1', [given.id]);
      })
      .then(
        (rows) => rows.length,
        (error: { code?: string }) => error.code,
      );
    expect(added).toBe(expected);
  });
});

describe('nothing of it is changed', () => {
  test.each(['break_glass', 'break_glass_end', 'break_glass_review'])('in %s', async (table) => {
    for (const viewer of [manager, worker, reviewingOfficer]) {
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET la_code = la_code`]) {
        expect(await refusedOr(world.database.write(viewer, (db) => db.query(sql)))).toBe('42501');
      }
    }
  });

  test('and a glass is ended by nobody but the one who broke it', async () => {
    const end = (viewer: Viewer, by: string) =>
      refusedOr(
        world.database.write(viewer, (db) =>
          db.query(`INSERT INTO break_glass_end VALUES ($1, $2, $3, $4, $5)`, [
            BIRMINGHAM,
            PLAIN,
            idOf(plain),
            by,
            NOW,
          ]),
        ),
      );
    expect(await end(practiceManager, 'worker')).toBe('42501');
    expect(await end(practiceManager, 'practice-manager')).toBe('23503');
    expect(await end(worker, 'worker')).toEqual([]);
  });
});
