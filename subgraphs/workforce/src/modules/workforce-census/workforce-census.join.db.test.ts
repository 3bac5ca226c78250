import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employee, xmlOf } from '../../testing/census-cells.ts';
import { birmingham, BIRMINGHAM, clock, entitiesOf, graphOver, startWorkforce } from '../../testing/workforce-world.ts';
import { staffInPostRoute } from '../employment/employment.staff-in-post.ts';
import { registrationFactsRoute } from '../registration/registration.internal.ts';

/** Whom the return names: nobody has been imported of 901 when the census comes, and 902 is there before it. */
let inReturn = ['sw902'];
const six = { laCode: BIRMINGHAM, employerKind: 'local-authority' as const, practiceId: null, children: 6 };
const manager: Viewer = { ...birmingham, role: 'la-manager' };
const statements: string[] = [];
let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  // Nobody but whom the census tells of is in post: the averages are theirs.
  const nobody = { workers: [], registrations: [], employments: [] };
  database = await startWorkforce(nobody, (sql) => statements.push(sql));
  ask = graphOver(
    database,
    async () => ({ name: 'census.xml', bytes: new TextEncoder().encode(xmlOf([employee(901), employee(902)])) }),
    async (_owner, days) => days.flatMap((day) => inReturn.map((workerId) => ({ ...six, day, workerId }))),
  );
  const mutation = `mutation ($input: ImportWorkforceCensusInput!) { importWorkforceCensus(input: $input) { __typename } }`;
  await ask(birmingham, mutation, { input: { la: BIRMINGHAM, uploadId: 'upload' } });
  inReturn = ['SW901', 'sw902'];
  await database.owner((db) =>
    db.query(
      `INSERT INTO registration (la_code, id, version, is_withdrawn, worker_id, status, registered_on, expires_on, recorded_by, recorded_at)
       SELECT $1, $1 || '.registration-' || number, 1, false, number, status, '2020-12-01'::date, '2027-11-30'::date, 'test', now()
         FROM (VALUES ('SW0000000901', 'REGISTERED'), ('sw902', 'SUSPENDED')) AS given (number, status)`,
      [BIRMINGHAM],
    ),
  );
});
afterAll(() => database.close());

async function* bytesOf(value: unknown): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(value));
}

const WORKERS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Worker {
  id employments { startedOn } currentEmployment { fullTimeEquivalent } registration { status } census(year: 2025) { number } } } }`;
const asWorkers = (ids: readonly string[]) => ({ of: ids.map((id) => ({ __typename: 'Worker', id })) });

test.each([
  ['named by the census before the return', ['SW901', 'sw901', 'SW0000000901'], 'REGISTERED', 1],
  ['named by the return before the census', ['sw902', 'SW902', 'SW0000000902'], 'SUSPENDED', 2],
] as const)(
  'a worker %s has a post and a registration under any form of the number',
  async (_, ids, status, number) => {
    const found = entitiesOf(await ask(birmingham, WORKERS, asWorkers(ids)));
    expect(found).toEqual(
      ids.map((id) => ({
        id,
        employments: [{ startedOn: '2019-09-02' }],
        currentEmployment: { fullTimeEquivalent: 1 },
        registration: { status },
        census: { number },
      })),
    );
  },
);

test('whoever is asked for by the return’s number is in post, and registered or not', async () => {
  const call = { caller: { kind: 'viewer', viewer: birmingham }, params: { on: '2026-11-22' } } as const;
  const inPost = await staffInPostRoute(
    database,
    clock,
  )({ ...call, body: bytesOf({ workerIds: ['SW901'], employers: [] }) });
  expect(inPost).toEqual([
    expect.objectContaining({ workerId: 'SW0000000901', isRegistered: true }),
    expect.objectContaining({ workerId: 'sw902', isRegistered: false }),
  ]);
  const facts = await registrationFactsRoute(database)({
    caller: { kind: 'service', name: 'children', requestId: 'test' },
    params: { laCode: BIRMINGHAM, on: '2026-11-22' },
    body: bytesOf(['SW901', 'SW902', 'SW903']),
  });
  expect(facts).toEqual([
    { workerId: 'SW901', status: 'REGISTERED' },
    { workerId: 'SW902', status: 'SUSPENDED' },
  ]);
});

test('the children whom the return gives them are in their average caseload', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LocalAuthority {
    staffMeasures(indicators: ["average-caseload"], from: "2025-10-01", to: "2026-09-30") {
      result { ... on Known { numerator denominator value } } exclusions { count } } } } }`;
  const answer = await ask(birmingham, query, { of: [{ __typename: 'LocalAuthority', id: BIRMINGHAM }] });
  expect(answer.errors).toBeUndefined();
  expect(entitiesOf(answer)).toEqual([
    { staffMeasures: [{ result: { numerator: 12, denominator: 2, value: 6 }, exclusions: [] }] },
  ]);
});

test('the number of statements does not grow with the workers', async () => {
  const countFor = async (ids: readonly string[]): Promise<number> => {
    statements.length = 0;
    await ask(birmingham, WORKERS, asWorkers(ids));
    return statements.length;
  };
  expect(await countFor(Array.from({ length: 40 }, (_, index) => `SW${880 + index}`))).toBe(await countFor(['SW901']));
});

describe('what is recorded under the return’s number', () => {
  const of = { employer: { la: BIRMINGHAM }, workerId: 'SW901' };
  const recorded = async (field: string, type: string, input: object, told: string): Promise<unknown> => {
    const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on RecordInputError { field message } ${told} } }`;
    const answer = await ask(manager, mutation, { input });
    expect(answer.errors).toBeUndefined();
    return answer.data?.[field];
  };

  test('renews the registration that is on record under the census’s', async () => {
    const days = { status: 'REGISTERED', registeredOn: '2020-12-01', expiresOn: '2028-11-30' };
    const correcting = { version: 1, reason: 'Renewed.' };
    const told = '... on RecordRegistrationSuccess { registration { number } }';
    const input = { ...of, ...days, key: 'renewal', correcting };
    expect(await recorded('recordRegistration', 'RecordRegistrationInput', input, told)).toEqual({
      __typename: 'RecordRegistrationSuccess',
      registration: { number: 'SW0000000901' },
    });
  });

  test('counts with the post that the census told of: nobody works more than full time', async () => {
    const terms = { role: 'SOCIAL_WORKER', fullTimeEquivalent: 0.5, engagement: 'EMPLOYEE', startedOn: '2026-01-05' };
    expect(await recorded('recordEmployment', 'RecordEmploymentInput', { ...of, ...terms, key: 'second' }, '')).toEqual(
      {
        __typename: 'RecordInputError',
        field: 'fullTimeEquivalent',
        message: expect.any(String),
      },
    );
  });

  test('is learning of the worker whose post it is', async () => {
    const course = { on: '2026-05-04', title: 'A course', kind: 'COURSE', hours: 6 };
    const how = { isPostRegistrationLearning: true, isDiscussedWithPeer: false };
    const told = '... on RecordTrainingSuccess { training { worker { id } } }';
    expect(
      await recorded('recordTraining', 'RecordTrainingInput', { ...of, ...course, ...how, key: 'course' }, told),
    ).toEqual({ __typename: 'RecordTrainingSuccess', training: { worker: { id: 'SW0000000901' } } });
  });
});
