import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild, LEEDS, type ChildOfTest } from '../testing/a-child.ts';
import { figureOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns, idOf } from '../testing/given.ts';

const young = aChild({ born: '2014-05-06' });
const other = aChild({ born: '2013-05-06' });
const grown = aChild({ born: '2009-01-01' });
const elsewhere = aChild({ la: LEEDS });

let database: Database;
let rows = 0;

/** Records a fact as it is held, past all checks of what may be recorded. */
async function given(child: ChildOfTest, table: string, fact: Record<string, unknown>): Promise<void> {
  rows += 1;
  const row = {
    la_code: child.la,
    child_id: idOf(child),
    id: `${idOf(child)}.${rows}`,
    version: 1,
    recorded_by: 'worker',
    recorded_at: '2026-01-01T00:00:00Z',
    is_withdrawn: false,
    note: '',
    ...fact,
  };
  await database.owner(async (db) => {
    const columns = await db.query<{ name: string }>(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1',
      [table],
    );
    const used = Object.keys(row).filter((name) => columns.some((column) => column.name === name));
    await db.query(
      `INSERT INTO ${table} (${used.join(', ')}) SELECT ${used.join(', ')} FROM jsonb_populate_record(null::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  });
}

const figure = async (code: string, la = young.la): Promise<string> =>
  figureOf(
    await measureOf(database, {
      viewer: aViewer({ laCodes: [la] }),
      code,
      owner: { kind: 'local-authority', id: la },
      clock: testClock,
    }),
  );

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations, clock: testClock });
  await givenChildren(database, [young, other, grown, elsewhere]);
  for (const { la } of [young, elsewhere]) await givenReturns(database, la, [2025, 2026]);
});
afterAll(() => database.close());

describe('what nobody recorded', () => {
  test.each([
    'contact-with-family',
    'seen-alone',
    'registered-with-a-doctor',
    'school-moves',
    'excluded-from-school',
    'takes-part',
    'content-with-worker',
  ])('is not known, never nought: %s', async (code) => {
    expect(await figure(code, LEEDS)).toBe('NotKnown');
  });
});

test('schools begun after another count as moves, but in August and September and before care', async () => {
  const school = (child: ChildOfTest, started_on: string) =>
    given(child, 'school_place', { school_name: 'A school', type: 'OTHER', entry: 'OTHER', started_on });
  await school(young, '2024-09-02');
  await school(young, '2025-11-03');
  await school(other, '2024-09-02');
  await school(other, '2025-09-30');
  expect(await figure('school-moves')).toBe('1/2');
  await school(other, '2025-10-01');
  expect(await figure('school-moves')).toBe('2/2');
});

test('the newest registration by the last day counts', async () => {
  const registered = (child: ChildOfTest, as_of: string, is_registered: boolean) =>
    given(child, 'health_registration', { service: 'GP', as_of, is_registered });
  await registered(young, '2024-01-01', true);
  await registered(other, '2024-01-01', true);
  await registered(other, '2026-03-31', false);
  await registered(grown, '2026-04-01', true);
  expect(await figure('registered-with-a-doctor')).toBe('1/3');
  expect(await figure('registered-with-a-dentist')).toBe('NotKnown');
});

test('of a child’s ratings the last of the period counts, and only the child’s own', async () => {
  const said = (child: ChildOfTest, said_on: string, score: number, speaker = 'CHILD') =>
    given(child, 'voice', {
      said_on,
      speaker,
      medium: 'SPOKEN',
      words: 'Said.',
      scale: 'FIVE_FACES',
      ratings: [{ about: 'WORKER', score, notKnown: null }],
    });
  await said(young, '2025-04-01', 5);
  await said(young, '2026-03-31', 3);
  await said(other, '2025-12-01', 4);
  await said(grown, '2025-12-01', 5, 'CARER');
  expect(await figure('content-with-worker')).toBe('1/2');
  expect(await figure('content-with-placement')).toBe('NotKnown');
});
