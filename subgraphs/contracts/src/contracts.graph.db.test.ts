import type { Database } from '@mainstay/subgraph-kit';
import { signCaller, internalSubject, type Caller } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContractsSubgraph, loadDemonstration } from './index.ts';
import { loadLocalAuthorities } from './modules/local-authority/local-authority.reference.ts';
import {
  birmingham,
  BIRMINGHAM,
  child,
  clock,
  entitiesOf,
  graphOver,
  harbour,
  inspectorOf,
  oak,
  sandwell,
  SANDWELL,
  startWorld,
  world,
  findAllocationFacts,
  toAllocate,
} from './testing/contracts-world.ts';

const statements: string[] = [];
let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorld((sql) => statements.push(sql));
  ask = graphOver(database);
});
afterAll(() => database.close());

const PRACTICES = `query ($la: ID!) { localAuthority(id: $la) { name practices { id contracts { id status } } contracts { id } } }`;

describe('local authorities', () => {
  test('are found by today’s code and by a former one, with region and neighbours', async () => {
    const query = `query ($id: ID!) { localAuthority(id: $id) { id name kind dfeCode region { code name } statisticalNeighbours { id } } }`;
    const today = await ask(oak, query, { id: 'E08000038' });
    expect(today.errors).toBeUndefined();
    expect(today.data?.['localAuthority']).toMatchObject({
      id: 'E08000038',
      name: 'Barnsley',
      kind: 'Metropolitan District',
      dfeCode: '370',
      region: { code: 'E12000003', name: 'Yorkshire and The Humber' },
    });
    expect(await ask(oak, query, { id: 'E08000016' })).toEqual(today);
    expect((await ask(oak, query, { id: 'E10000006' })).data).toEqual({ localAuthority: null });
  });

  test('are listed by name in pages', async () => {
    const query = `query ($search: String, $first: Int, $after: String) { localAuthorities(search: $search, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }`;
    const first = (await ask(birmingham, query, { search: 'north', first: 3 })).data?.['localAuthorities'] as Page;
    expect(first.totalCount).toBe(9);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await ask(birmingham, query, { search: 'north', first: 100, after: first.pageInfo.endCursor })).data;
    const page = rest?.['localAuthorities'] as Page;
    const names = [...first.edges, ...page.edges].map((edge) => edge.node.name);
    expect(names).toHaveLength(9);
    expect(names).toEqual(names.toSorted());
    expect(page.pageInfo.hasNextPage).toBe(false);
  });

  test('loading the reference data again changes nothing', async () => {
    const rows = `SELECT la_code, xmin::text FROM local_authority ORDER BY 1`;
    const before = await database.owner((db) => db.query(rows));
    await database.service((db) => loadLocalAuthorities(db));
    expect(await database.owner((db) => db.query(rows))).toEqual(before);
  });
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { name: string } }[];
}

describe('practices and contracts', () => {
  test('an authority sees its own, ended ones too, and of a shared practice nothing of the other', async () => {
    expect((await ask(birmingham, PRACTICES, { la: BIRMINGHAM })).data?.['localAuthority']).toEqual({
      name: 'Birmingham',
      practices: [
        { id: 'harbour', contracts: [{ id: 'harbour-2023', status: 'LIVE' }] },
        { id: 'oak', contracts: [{ id: 'oak-birmingham-2020', status: 'ENDED' }] },
      ],
      contracts: [{ id: 'harbour-2023' }, { id: 'oak-birmingham-2020' }],
    });
    expect((await ask(birmingham, PRACTICES, { la: SANDWELL })).data?.['localAuthority']).toEqual({
      name: 'Sandwell',
      practices: [],
      contracts: [],
    });
  });

  test('a practice sees its own with every authority', async () => {
    const query = `{ practices { id contracts { id status localAuthority { name } } } }`;
    expect((await ask(oak, query)).data?.['practices']).toEqual([
      {
        id: 'oak',
        contracts: [
          { id: 'oak-sandwell-2027', status: 'AGREED', localAuthority: { name: 'Sandwell' } },
          { id: 'oak-sandwell-2024', status: 'LIVE', localAuthority: { name: 'Sandwell' } },
          { id: 'oak-birmingham-2020', status: 'ENDED', localAuthority: { name: 'Birmingham' } },
        ],
      },
    ]);
  });

  test('say what is delegated, in the order of the enumeration, and are ended as data', async () => {
    const own = await startWorld();
    try {
      const askOwn = graphOver(own);
      await own.owner((db) =>
        db.query(`UPDATE contract SET delegated_functions = '{CONTACT,PLACEMENT}' WHERE la_code = $1`, [BIRMINGHAM]),
      );
      const mutation = `mutation ($lastDay: Date!) { endContract(input: { contractId: "harbour-2023", lastDay: $lastDay, reason: "They close." }) {
        __typename ... on EndContractSuccess { contract { endsOn status delegatedFunctions } }
        ... on UserError { message } ... on ContractLastDayError { earliest latest } } }`;
      const refused = await askOwn(birmingham, mutation, { lastDay: '2024-04-30' });
      expect(refused.data?.['endContract']).toMatchObject({ earliest: '2024-05-01', latest: '2027-03-31' });
      const ended = await askOwn(birmingham, mutation, { lastDay: '2026-11-22' });
      expect(ended.data?.['endContract']).toEqual({
        __typename: 'EndContractSuccess',
        contract: { endsOn: '2026-11-22', status: 'ENDED', delegatedFunctions: ['PLACEMENT', 'CONTACT'] },
      });
    } finally {
      await own.close();
    }
  });

  test('are told as lists with their sizes, and name no child', async () => {
    const touched = (await ask(birmingham, PRACTICES, { la: BIRMINGHAM })).extensions?.['touched'];
    const [two, twoAgain] = [
      { name: 'contracts', size: 2 },
      { name: 'practices', size: 2 },
    ];
    expect(touched).toEqual({ records: [], listed: [], lists: expect.arrayContaining([two, twoAgain]), changes: [] });
  });

  test('what one may not see does not exist', async () => {
    const query = `{ practice(id: "harbour") { id } contract(id: "harbour-2023") { id } }`;
    const nothing = { practice: null, contract: null };
    expect((await ask(sandwell, query)).data).toEqual(nothing);
    expect((await ask(oak, query)).data).toEqual(nothing);
    expect((await ask(inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), query)).data).toEqual(nothing);
    expect((await ask(harbour, query)).data).toEqual({ practice: { id: 'harbour' }, contract: { id: 'harbour-2023' } });
  });
});

describe('allocations', () => {
  const CHILDREN = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Child { allocations { startedOn endedOn contract { id practice { name } } } } } }`;
  const of = [1, 2, 3].map((number) => ({ __typename: 'Child', id: child(BIRMINGHAM, number) }));

  test('the authority sees when each ended; the contract’s end ends them', async () => {
    const harbourContract = { id: 'harbour-2023', practice: { name: 'Harbour Practice' } };
    expect((await ask(birmingham, CHILDREN, { of })).data?.['_entities']).toEqual([
      { allocations: [{ startedOn: '2024-05-01', endedOn: null, contract: harbourContract }] },
      {
        allocations: [
          {
            startedOn: '2021-01-01',
            endedOn: '2024-03-31',
            contract: { id: 'oak-birmingham-2020', practice: { name: 'Oak Practice' } },
          },
        ],
      },
      { allocations: [{ startedOn: '2024-05-01', endedOn: '2025-01-31', contract: harbourContract }] },
    ]);
  });

  test('a practice sees those that hold today', async () => {
    const seen = entitiesOf<{ allocations: unknown[] }>(await ask(harbour, CHILDREN, { of }));
    expect(seen.map((entity) => entity.allocations.length)).toEqual([1, 0, 0]);
    const none = entitiesOf<{ allocations: unknown[] }>(await ask(oak, CHILDREN, { of }));
    expect(none.map((entity) => entity.allocations.length)).toEqual([0, 0, 0]);
  });

  test('are made by the mutation, with failures as data', async () => {
    const mutation = `mutation ($input: AllocateChildrenInput!) { allocateChildren(input: $input) { __typename
      ... on AllocateChildrenSuccess { allocations { id child { id } contract { id capacity { state } } startedOn expectedEnd { on rule }
          grounds { childsViews { said } parentsViews { said notKnownBecause } judgement } }
          capacity { agreed tolerance before after state } }
      ... on UserError { message } ... on ChildrenRefusedError { refusals { childId rule message } others } ... on OutsideContractError { startsOn endsOn } } }`;
    const input = {
      contractId: 'harbour-2023',
      children: [toAllocate(child(BIRMINGHAM, 70))],
      startedOn: '2026-01-05',
      idempotencyKey: 'seventy',
    };
    const made = await ask(birmingham, mutation, { input });
    expect(made.errors).toBeUndefined();
    expect(made.data?.['allocateChildren']).toMatchObject({
      __typename: 'AllocateChildrenSuccess',
      allocations: [
        {
          child: { id: child(BIRMINGHAM, 70) },
          startedOn: '2026-01-05',
          expectedEnd: { on: '2027-03-31', rule: 'CONTRACT_ENDS' },
          grounds: {
            childsViews: { said: 'I would like that.' },
            parentsViews: { said: null, notKnownBecause: 'They cannot be found.' },
            judgement: null,
          },
        },
      ],
      capacity: { agreed: 100, tolerance: 10, before: 1, after: 2, state: 'BELOW' },
    });
    expect((await ask(birmingham, mutation, { input })).data).toEqual(made.data);
    const again = await ask(birmingham, mutation, { input: { ...input, idempotencyKey: 'other' } });
    expect(again.data?.['allocateChildren']).toMatchObject({
      __typename: 'ChildrenRefusedError',
      refusals: [{ childId: child(BIRMINGHAM, 70), rule: 'ALREADY_ALLOCATED', message: expect.any(String) }],
      others: 0,
    });
    const outside = await ask(birmingham, mutation, {
      input: { ...input, startedOn: '2030-01-01', idempotencyKey: 'late' },
    });
    expect(outside.data?.['allocateChildren']).toMatchObject({
      __typename: 'OutsideContractError',
      startsOn: '2023-04-01',
      endsOn: '2027-03-31',
    });
    const foreign = await ask(birmingham, mutation, {
      input: { ...input, children: [toAllocate(child(SANDWELL, 1))], idempotencyKey: 'foreign' },
    });
    expect(foreign.data?.['allocateChildren']).toMatchObject({
      __typename: 'ChildrenRefusedError',
      refusals: [{ rule: 'OF_ANOTHER_AUTHORITY' }],
    });
    const refused = await ask(harbour, mutation, { input: { ...input, idempotencyKey: 'refused' } });
    expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('the number of statements', () => {
  async function counted(numbers: number[]): Promise<number> {
    const of = numbers.map((number) => ({ __typename: 'Child', id: child(BIRMINGHAM, `many ${number}`) }));
    statements.length = 0;
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Child { allocations { id contract { id status localAuthority { name } practice { name contracts { id } } } } } } }`;
    const answer = await ask(birmingham, query, { of });
    expect(answer.errors).toBeUndefined();
    const entities = entitiesOf<{ allocations: unknown[] }>(answer);
    expect(entities.every((entity) => entity.allocations.length === 1)).toBe(true);
    return statements.length;
  }

  test('is the same for 1 allocation and for 200, reading and allocating', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const mutation = `mutation ($input: AllocateChildrenInput!) { allocateChildren(input: $input) { ... on AllocateChildrenSuccess { allocations { id contract { practice { name } } } } } }`;
    const allocate = async (chosen: number[]): Promise<number> => {
      statements.length = 0;
      const children = chosen.map((number) => toAllocate(child(BIRMINGHAM, `many ${number}`)));
      const input = {
        contractId: 'harbour-2023',
        children,
        startedOn: '2026-01-01',
        moreThanAgreedBecause: 'Another practice closes.',
        idempotencyKey: `many ${chosen.length}`,
      };
      expect((await ask(birmingham, mutation, { input })).errors).toBeUndefined();
      return statements.length;
    };
    expect(await allocate(numbers.slice(1))).toBe(await allocate(numbers.slice(0, 1)));
    expect(await counted(numbers)).toBe(await counted(numbers.slice(0, 1)));
  });
});

describe('internal routes', () => {
  function call(
    route: string,
    params: Record<string, string>,
    caller: Caller = { kind: 'service', name: 'gateway', requestId: 'r' },
  ): Promise<unknown> {
    const body = internalSubject(route, params);
    const token = signCaller(caller, { subgraph: 'contracts', secret: TEST_SECRET, body, now: clock.now() });
    return createContractsSubgraph({ database, clock, secret: TEST_SECRET, findAllocationFacts }).callInternal(route, {
      token,
      params,
    });
  }

  test('viewer-context names the authorities of live contracts', async () => {
    expect(await call('viewer-context', { practiceId: 'oak' })).toEqual({ name: 'Oak Practice', laCodes: [SANDWELL] });
    await expect(call('viewer-context', { practiceId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('authority-context knows today’s code of an authority', async () => {
    expect(await call('authority-context', { laCode: 'E08000019' })).toEqual({
      name: 'Sheffield',
      laCode: 'E08000039',
    });
    await expect(call('authority-context', { laCode: 'E10000006' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('allocation-feed tells what happened after a position', async () => {
    const all = (await call('allocation-feed', { after: '0' })) as { position: number; topic: string }[];
    expect(all.length).toBeGreaterThanOrEqual(world.allocations.length);
    expect(all.every((event) => event.topic === 'allocation')).toBe(true);
    const rest = await call('allocation-feed', { after: String(all[1]?.position) });
    expect(rest).toEqual(all.slice(2, 502));
    await expect(call('allocation-feed', { after: 'x' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each([
    ['viewer-context', 'FORBIDDEN'],
    ['authority-context', 'FORBIDDEN'],
    ['allocation-feed', 'FORBIDDEN'],
  ])('%s answers no viewer', async (route, code) => {
    await expect(call(route, {}, { kind: 'viewer', viewer: birmingham })).rejects.toMatchObject({ code });
  });
});

test('demonstration data is loaded once', async () => {
  expect(await loadDemonstration(database, world)).toBe(false);
});
