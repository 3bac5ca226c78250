import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { Database, Touched } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../../migrations/index.ts';
import { aChild } from '../../testing/a-child.ts';
import { testClock } from '../../testing/asking.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { toldOver } from '../../testing/graph.ts';

const allocations = [{ practice: 'harbour', contract: 'c1', from: '2024-01-01' }];
const [one, two, three] = ['A1', 'A2', 'A3'].map((localId) => aChild({ localId, allocations }));
const [first = '', second = '', third = ''] = [one, two, three].map((child) => (child ? idOf(child) : ''));

const staff = aViewer();
const inspector = aViewer({
  audience: 'inspector',
  role: 'ofsted-inspector',
  inspection: { id: 'i1', laCode: 'E08000025', from: plainDate('2026-11-16'), to: plainDate('2026-11-27') },
  namedChildIds: [first],
});
const nothing: Touched = { records: [], listed: [], lists: [], changes: [] };

describe('what a question touched', () => {
  let database: Database;
  let ask: ReturnType<typeof toldOver>;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(
      database,
      [one, two, three].flatMap((child) => child ?? []),
    );
    ask = toldOver(database);
  });
  afterAll(() => database.close());

  const told = async (query: string, variables: object = {}, viewer = staff): Promise<Touched> =>
    (await ask(viewer, query, variables)).touched;

  test('a record opened', async () => {
    expect(await told('query One($id: ID!) { child(id: $id) { localId } }', { id: first })).toEqual({
      ...nothing,
      records: [first],
    });
    expect(await told('query None($id: ID!) { child(id: $id) { localId } }', { id: 'E08000025.nobody' })).toEqual(
      nothing,
    );
  });

  test('a list, with its page and not with the child that tells there is another', async () => {
    expect(await told('{ children(first: 2) { totalCount edges { node { id isLookedAfter } } } }')).toEqual({
      ...nothing,
      listed: [first, second],
      lists: [{ name: 'children', size: 2 }],
    });
    expect(await told('{ children(localIdStartsWith: "Z") { totalCount } }')).toEqual({
      ...nothing,
      lists: [{ name: 'children', size: 0 }],
    });
  });

  test('the list of a contract, and a reference', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Child { localId currentPlacement { id } leadProfessional { id } }
      ... on Contract { children(first: 1) { edges { node { id } } } } } }`;
    const representations = [
      { __typename: 'Child', id: third },
      { __typename: 'Contract', id: 'c1' },
    ];
    expect(await told(query, { representations })).toEqual({
      ...nothing,
      listed: [third, first],
      lists: [{ name: 'Contract.children', size: 1 }],
    });
  });

  test.each([
    'episodes { id }',
    'episodes(knownAt: "2026-01-01T00:00:00Z") { id }',
    'placements { id }',
    'legalStatuses { startedOn }',
    'socialWorkerEpisodes { id }',
    'reviews { id }',
    'isLookedAfter(on: "2025-01-01")',
  ])('history in a list opens the record: %s', async (field) => {
    const { records, lists } = await told(`{ children(first: 1) { edges { node { ${field} } } } }`);
    expect({ records, lists }).toEqual({ records: [first], lists: [{ name: 'children', size: 1 }] });
  });

  test('history that is withheld opens no record', async () => {
    const query = `{ children(first: 2) { edges { node { withheldParts reviews { id } isLookedAfter(on: "2025-01-01") } } } }`;
    expect(await told(query, {}, inspector)).toEqual({
      ...nothing,
      records: [first],
      listed: [second],
      lists: [{ name: 'children', size: 2 }],
    });
  });

  test('figures touch no child', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on LocalAuthority { childMeasureHistory(lastYear: 2026) { result { __typename } } } } }`;
    const representations = [{ __typename: 'LocalAuthority', id: 'E08000025' }];
    expect(await told(query, { representations })).toEqual(nothing);
  });
});
