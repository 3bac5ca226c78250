import type { Database } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstrationSupport } from './index.ts';
import {
  aPost,
  aWorker,
  BIRMINGHAM,
  clock,
  entitiesOf,
  graphOver,
  startWorkforce,
  world,
} from './testing/workforce-world.ts';

let database: Database;
const TABLES = ['staff_expectation', 'supervision', 'training', 'absence', 'time_diary'] as const;
const load = () => loadDemonstrationSupport({ database, clock }, BIRMINGHAM);
const rowsOf = (table: string) =>
  database.owner((db) => db.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY la_code, id`));

beforeAll(async () => {
  const more = Array.from({ length: 24 }, (_, place) => `SW0010${String(place + 10)}`);
  database = await startWorkforce({
    ...world,
    workers: [...world.workers, ...more.map((id) => aWorker(id, `Zoe ${id}`))],
    employments: [
      ...world.employments,
      ...more.map((id, place) => aPost(id, id, place % 2 ? { practiceId: 'large' } : {})),
    ],
  });
  await load();
});
afterAll(() => database.close());

test('every kind is on record, of the one authority, and nothing is told of the future', async () => {
  for (const table of TABLES) {
    const rows = await rowsOf(table);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row['la_code']))).toEqual(new Set([BIRMINGHAM]));
    expect(rows.filter((row) => (row['recorded_at'] as Date) > clock.now())).toEqual([]);
  }
});

test('once', async () => {
  const before = await rowsOf('supervision');
  expect(await load()).toBe(false);
  expect(await rowsOf('supervision')).toEqual(before);
});

test('no absences of a worker share a day', async () => {
  const rows = await database.owner((db) =>
    db.query(`SELECT 1 FROM absence AS one JOIN absence AS other USING (worker_id, employer_id)
      WHERE one.id < other.id AND one.started_on <= coalesce(other.ended_on, 'infinity')
        AND other.started_on <= coalesce(one.ended_on, 'infinity')`),
  );
  expect(rows).toEqual([]);
});

test('the pages show life: some overdue, somebody away for long, and how time was spent', async () => {
  const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] });
  const answer = await graphOver(database)(
    manager,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LocalAuthority {
       supportDue { totalCount counts { supervisionOverdue supervisionDone supervisionPaused learningBehind } }
       timeUse(from: "2026-07-01", to: "2026-09-30") { authority { result { __typename } } differences { of } } } } }`,
    { of: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] },
  );
  const [found] = entitiesOf<{ supportDue: { counts: Record<string, number> }; timeUse: object }>(answer);
  expect(Object.entries(found?.supportDue.counts ?? {}).filter(([, count]) => count === 0)).toEqual([]);
  expect(found?.timeUse).toMatchObject({
    authority: { result: { __typename: 'TimeUseFigures' } },
    differences: [{ of: 'DIRECT_WORK' }, { of: 'FORMS_AND_REPORTS' }],
  });
});
