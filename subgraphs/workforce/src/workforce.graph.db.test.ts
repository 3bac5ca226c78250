import { internalSubject, signCaller, type Caller, type Database } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkforceSubgraph, loadDemonstration } from './index.ts';
import {
  aPost,
  aWorker,
  birmingham,
  BIRMINGHAM,
  clock,
  entitiesOf,
  graphOver,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  startWorkforce,
  world,
} from './testing/workforce-world.ts';

const statements: string[] = [];
const many = Array.from({ length: 200 }, (_, index) => `SW1${String(index).padStart(5, '0')}`);
let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  const rows = {
    workers: [...world.workers, ...many.map((id) => aWorker(id, `Many ${id}`))],
    registrations: world.registrations,
    employments: [...world.employments, ...many.map((id) => aPost(id, id, { practiceId: `practice of ${id}` }))],
  };
  database = await startWorkforce(rows, (sql) => statements.push(sql));
  ask = graphOver(database);
});
afterAll(() => database.close());

const WORKERS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Worker {
  id name registration { number status registeredOn expiresOn } currentEmployment { id } employments { id role startedOn endedOn employer { __typename ... on Practice { id } ... on LocalAuthority { id } } worker { name } } } } }`;

function workers(...ids: string[]): { of: { __typename: string; id: string }[] } {
  return { of: ids.map((id) => ({ __typename: 'Worker', id })) };
}

describe('a worker', () => {
  test('is found by number where there is a record that one may see, and not otherwise', async () => {
    const found = async (viewer: Parameters<typeof ask>[0], id: string) =>
      (await ask(viewer, 'query ($id: ID!) { worker(id: $id) { name } }', { id })).data;
    expect(await found(birmingham, 'SW000001')).toEqual({ worker: { name: 'Ada' } });
    expect(await found(sandwell, 'SW000001')).toEqual({ worker: null });
    expect(await found(birmingham, 'SW999999')).toEqual({ worker: null });
  });

  test('is answered with registration and posts, newest first', async () => {
    const answer = await ask(birmingham, WORKERS, workers('SW000001', 'SW000002', 'SW000003'));
    expect(answer.errors).toBeUndefined();
    const [ada, ben, cal] = entitiesOf<{
      registration: { status: string };
      currentEmployment: unknown;
    }>(answer);
    const employer = { __typename: 'LocalAuthority', id: BIRMINGHAM };
    expect(ada).toEqual({
      id: 'SW000001',
      name: 'Ada',
      registration: { number: 'SW000001', status: 'REGISTERED', registeredOn: '2015-09-01', expiresOn: '2026-11-22' },
      currentEmployment: { id: `${BIRMINGHAM}.p1` },
      employments: [
        {
          id: `${BIRMINGHAM}.p1`,
          role: 'SOCIAL_WORKER',
          startedOn: '2024-04-01',
          endedOn: null,
          employer,
          worker: { name: 'Ada' },
        },
        {
          id: `${BIRMINGHAM}.p0`,
          role: 'SOCIAL_WORKER',
          startedOn: '2020-01-01',
          endedOn: '2024-03-31',
          employer,
          worker: { name: 'Ada' },
        },
      ],
    });
    expect(ben?.registration.status).toBe('LAPSED');
    expect(cal?.registration.status).toBe('SUSPENDED');
    expect(cal?.currentEmployment).toBeNull();
  });

  test('nobody has a record of is a number and nothing else', async () => {
    const nothing = { name: null, registration: null, currentEmployment: null, employments: [] };
    const answer = await ask(birmingham, WORKERS, workers('SW000007', 'SW999999'));
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['_entities']).toEqual([
      { id: 'SW000007', ...nothing },
      { id: 'SW999999', ...nothing },
    ]);
  });

  test('of the authority is known by name to its practice, the posts are not', async () => {
    const answer = await ask(harbour, WORKERS, workers('SW000001'));
    expect(answer.data?.['_entities']).toMatchObject([
      { name: 'Ada', registration: { status: 'REGISTERED' }, employments: [] },
    ]);
  });

  test('of two authorities is one to the practice that serves both', async () => {
    const answer = await ask(oakOfBoth, WORKERS, workers('SW000006'));
    const [fay] = entitiesOf<{ name: string; employments: { id: string }[] }>(answer);
    expect(fay?.name).toBe('Fay');
    expect(fay?.employments.map((post) => post.id)).toEqual([`${BIRMINGHAM}.p6`, `${SANDWELL}.p6`]);
  });
});

const STAFF = `query ($of: [_Any!]!, $on: Date, $first: Int, $after: String) { _entities(representations: $of) {
  ... on LocalAuthority { workers(on: $on, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }
  ... on Practice { workers(on: $on, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } } } }`;
const employers = {
  of: [
    { __typename: 'LocalAuthority', id: BIRMINGHAM },
    { __typename: 'Practice', id: 'harbour' },
    { __typename: 'Practice', id: 'oak' },
  ],
};

interface Staff {
  workers: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { name: string } }[];
  };
}

async function staff(viewer: typeof birmingham, variables: object = {}): Promise<string[][]> {
  const answer = await ask(viewer, STAFF, { ...employers, ...variables });
  expect(answer.errors).toBeUndefined();
  return entitiesOf<Staff>(answer).map((entity) => entity.workers.edges.map((edge) => edge.node.name));
}

describe('the workers of an employer', () => {
  test('are those in post on the day, the first and the last included', async () => {
    expect(await staff(birmingham)).toEqual([['Ada', 'Ben'], ['Dee', 'Eve'], ['Fay']]);
    expect(await staff(birmingham, { on: '2026-06-30' })).toEqual([['Ada', 'Ben', 'Cal'], ['Dee', 'Eve'], ['Fay']]);
    expect(await staff(birmingham, { on: '2026-07-01' })).toEqual([['Ada', 'Ben'], ['Dee', 'Eve'], ['Fay']]);
    expect(await staff(birmingham, { on: '2024-04-01' })).toEqual([['Ada', 'Ben', 'Cal'], ['Dee', 'Eve'], ['Fay']]);
    expect(await staff(birmingham, { on: '2024-03-31' })).toEqual([['Ada'], [], []]);
  });

  test('are shown to those who may see them', async () => {
    expect(await staff(sandwell)).toEqual([[], [], ['Fay']]);
    expect(await staff(harbour)).toEqual([[], ['Dee', 'Eve'], []]);
    expect(await staff(oak)).toEqual([[], [], ['Fay']]);
    expect(await staff(inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'))).toEqual([
      ['Ada', 'Ben'],
      ['Dee', 'Eve'],
      ['Fay'],
    ]);
    expect(await staff(inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'))).toEqual([[], [], []]);
  });

  test('of a practice are listed to its managers, not to its workers; no staff to a reviewing officer', async () => {
    expect(await staff(harbourWorker)).toEqual([[], [], []]);
    expect(await staff(iro)).toEqual([[], [], []]);
    const answer = await ask(harbourWorker, WORKERS, workers('SW000004'));
    expect(answer.data?.['_entities']).toMatchObject([{ name: 'Dee', employments: [], currentEmployment: null }]);
  });

  test('are told with the size of each list, and name no child', async () => {
    const answer = await ask(birmingham, STAFF, { ...employers, first: 1 });
    const lists = [1, 1, 1].map((size) => ({ name: 'workers', size }));
    expect(answer.extensions?.['touched']).toEqual({ records: [], listed: [], lists, changes: [] });
  });

  test('come in pages that know the total', async () => {
    const of = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
    const page = async (after: string | null) => {
      const answer = await ask(birmingham, STAFF, { of, first: 1, after });
      return entitiesOf<Staff>(answer)[0]?.workers;
    };
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { name: 'Ada' } }] });
    const second = await page(first?.pageInfo.endCursor ?? null);
    expect(second).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false },
      edges: [{ node: { name: 'Ben' } }],
    });
    expect(await page(second?.pageInfo.endCursor ?? null)).toMatchObject({ totalCount: 2, edges: [] });
  });
});

describe('the number of statements', () => {
  async function counted(query: string, of: object[]): Promise<number> {
    statements.length = 0;
    const answer = await ask(birmingham, query, { of, from: '2025-04-01', to: '2026-03-31' });
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['_entities']).toHaveLength(of.length);
    return statements.length;
  }

  test('is the same for 1 worker and for 200', async () => {
    const of = workers(...many).of;
    expect(await counted(WORKERS, of)).toBe(await counted(WORKERS, of.slice(0, 1)));
    expect(await counted(WORKERS, of)).toBeLessThanOrEqual(3);
  });

  test('is the same for 1 practice and for 200', async () => {
    const query = `query ($of: [_Any!]!, $from: Date!, $to: Date!) { _entities(representations: $of) { ... on Practice {
      workers { edges { node { name registration { status } currentEmployment { startedOn } } } }
      staffMeasures(from: $from, to: $to) { result { __typename } } } } }`;
    const of = many.map((id) => ({ __typename: 'Practice', id: `practice of ${id}` }));
    expect(await counted(query, of)).toBe(await counted(query, of.slice(0, 1)));
  });
});

describe('the internal route employment-facts', () => {
  function call(caller: Caller): Promise<unknown> {
    const params = { laCode: SANDWELL };
    const body = internalSubject('employment-facts', params);
    const token = signCaller(caller, { subgraph: 'workforce', secret: TEST_SECRET, body, now: clock.now() });
    const subgraph = createWorkforceSubgraph({
      database,
      clock,
      secret: TEST_SECRET,
      findCaseCounts: async () => [],
      fetchUpload: async () => null,
    });
    return subgraph.callInternal('employment-facts', { token, params });
  }

  test('tells the platform who works where, and since when', async () => {
    const held = { from: '2024-04-01', until: null };
    expect(await call({ kind: 'service', name: 'gateway', requestId: 'r' })).toEqual([
      { workerId: 'SW000006', employerKind: 'practice', employerId: 'oak', ...held },
      { workerId: 'SW000007', employerKind: 'local-authority', employerId: SANDWELL, ...held },
    ]);
  });

  test('answers no viewer', async () => {
    await expect(call({ kind: 'viewer', viewer: sandwell })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('demonstration data is loaded once', async () => {
  expect(await loadDemonstration(database, world)).toBe(false);
});
