import { fixedClock, type Clock } from '@mainstay/primitives';
import { TouchLog, type Database, type Db, type Viewer } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContext } from './context.ts';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  startWorkforce,
  underGlass,
} from './testing/workforce-world.ts';
import { surveyTools } from './survey-answering/survey-tools.ts';

let now = new Date('2026-11-22T12:00:00Z');
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
let database: Database;
beforeAll(async () => {
  database = await startWorkforce(undefined, undefined, clock);
});
afterAll(() => database.close());

const viewers: [string, Viewer][] = [
  ['Birmingham', birmingham],
  ['Birmingham’s manager', { ...birmingham, role: 'la-manager' }],
  ['Sandwell', sandwell],
  ['a reviewing officer', iro],
  ['a machine for staff', machineFor('workforce')],
  ['a machine for other things', machineFor('children', 'contracts', 'figures')],
  ['a machine for nothing', machineFor()],
  ['Harbour', harbour],
  ['a worker of Harbour', harbourWorker],
  ['Harbour without a contract', harbourWithoutContract],
  ['Oak', oak],
  ['Oak of both', oakOfBoth],
  ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22')],
  ['an inspector of Sandwell', inspectorOf(SANDWELL, '2026-11-22', '2026-11-22')],
  ['Birmingham under a glass', underGlass(birmingham, '2026-11-22T12:00:00.000Z')],
  ['Harbour under a glass', underGlass(harbour, '2026-11-22T12:00:00.000Z')],
];

/** The beginning and the end of the inspectors' window and of the glasses, and the instant before each. */
const instants = ['2026-11-22T00:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-11-23T00:00:00.000Z'].flatMap(
  (instant) => [new Date(Date.parse(instant) - 1), new Date(instant)],
);

/** What row-level security alone shows: no condition, no policy of ours in between. */
async function byRowSecurity(viewer: Viewer) {
  return database.read(viewer, async (db) => {
    const ids = async (sql: string) => (await db.query<{ id: string }>(sql)).map(({ id }) => id).toSorted();
    return {
      workers: [...new Set(await ids('SELECT id FROM worker'))],
      registrations: [...new Set(await ids('SELECT worker_id AS id FROM registration'))],
      employments: await ids('SELECT id FROM employment'),
    };
  });
}

/** What the policies alone show: every row is fetched as the owner of the tables, past row-level security. */
async function byPolicy(viewer: Viewer, db: Db) {
  const input = {
    viewer,
    db,
    database,
    clock,
    touched: new TouchLog(),
    findCaseCounts: async () => [],
    fetchUpload: async () => null,
    surveys: surveyTools({ secret: TEST_SECRET, sendsMail: false }),
  };
  const { loaders } = createContext(input);
  const numbers = Array.from({ length: 7 }, (_, index) => `SW00000${index + 1}`);
  const posts = (await db.query<{ id: string }>('SELECT id FROM employment')).map(({ id }) => id);
  const present = <Row>(rows: readonly (Row | null | Error)[]): Row[] =>
    rows.filter((row): row is Row => row !== null && !(row instanceof Error));
  const ofWorkers = present(await loaders.employmentsOfWorker.loadMany(numbers)).flat();
  const byId = present(await loaders.employment.loadMany(posts)).map(({ id }) => id);
  expect(ofWorkers.map(({ id }) => id).toSorted()).toEqual(byId.toSorted());
  return {
    workers: present(await loaders.worker.loadMany(numbers)).map(({ id }) => id),
    registrations: present(await loaders.registrationOfWorker.loadMany(numbers)).map((row) => row.workerId),
    employments: byId.toSorted(),
  };
}

test.each(viewers)('to %s row-level security and the policies show the same, each alone', async (_, viewer) => {
  for (const instant of instants) {
    now = instant;
    const policies = await database.owner((db) => byPolicy(viewer, db));
    expect({ instant, ...(await byRowSecurity(viewer)) }).toEqual({ instant, ...policies });
  }
});
