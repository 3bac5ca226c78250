import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aViewer } from '../testing/a-viewer.ts';
import { startChildSubgraph, type ChildSubgraph } from './child-subgraph.fixture.ts';

let child: ChildSubgraph;

beforeAll(async () => {
  child = await startChildSubgraph();
});
afterAll(() => child?.close());
beforeEach(() => {
  child.statements.length = 0;
  child.logged.length = 0;
});

const roads = [
  { road: 'in process', ask: (...request: Parameters<ChildSubgraph['inProcess']>) => child.inProcess(...request) },
  { road: 'over HTTP', ask: (...request: Parameters<ChildSubgraph['overHttp']>) => child.overHttp(...request) },
];

const nothingTouched = { touched: { records: [], listed: [], lists: [], changes: [] } };

describe.each(roads)('a subgraph $road', ({ ask }) => {
  test('answers a query, dates as days', async () => {
    const answer = await ask({
      query:
        'query Q($after: Date, $at: DateTime) { children(bornAfter: $after) { id bornOn seenAt(at: $at) kind { __typename ... on Small { size } } } }',
      variables: { after: '2011-01-01', at: '2026-01-02T03:04:05+01:00' },
      operationName: 'Q',
    });
    const seenAt = '2026-01-02T02:04:05.000Z';
    expect(answer).toEqual({
      data: {
        children: [
          { id: 'a', bornOn: '2012-03-04', seenAt, kind: { __typename: 'Small', size: 1 } },
          { id: 'large', bornOn: '2014-01-01', seenAt, kind: { __typename: 'Large' } },
        ],
      },
      extensions: nothingTouched,
    });
  });

  test('resolves references in one statement; what may not be seen is absent, what fails fails alone', async () => {
    const answer = await ask({
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { id bornOn } } }',
      variables: { r: ['a', 'foreign', 'refused', 'a'].map((id) => ({ __typename: 'Child', id })) },
    });
    expect(answer).toEqual({
      data: { _entities: [{ id: 'a', bornOn: '2012-03-04' }, null, null, { id: 'a', bornOn: '2012-03-04' }] },
      errors: [{ message: 'Not this one.', path: ['_entities', 2], extensions: { code: 'FORBIDDEN' } }],
      extensions: nothingTouched,
    });
    expect(child.statements).toHaveLength(1);
  });

  test('keeps the code and the message of a refusal', async () => {
    expect(await ask({ query: '{ refused gone }' })).toEqual({
      data: { refused: null, gone: null },
      errors: [
        { message: 'Only managers may.', path: ['refused'], extensions: { code: 'FORBIDDEN' } },
        { message: 'Not now.', path: ['gone'], extensions: { code: 'UNAVAILABLE' } },
      ],
      extensions: nothingTouched,
    });
    expect(child.logged).toEqual([]);
  });

  test('masks everything else under a reference, and logs it once without values', async () => {
    const answer = (await ask({ query: 'query Broken { broken }', operationName: 'Broken' })) as {
      data: unknown;
      errors: { message: string; extensions: { code: string; reference: string } }[];
    };
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
    const { message, extensions } = answer.errors[0]!;
    expect(message).toMatch(/^Something went wrong\. Reference [2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{3}\.$/);
    expect(extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(child.logged.map((line) => line.fields)).toMatchObject([
      { reference: extensions.reference, requestId: 'test-request', field: 'broken' },
    ]);
  });

  test('names that whoever asks made up are not in the log', async () => {
    const before = child.logged.length;
    await ask({ query: 'query Made_Up { poppy_surname: broken }', operationName: 'Made_Up' });
    expect(child.logged.slice(before)).toMatchObject([{ fields: { field: '(alias)' } }]);
    expect(JSON.stringify(child.logged.slice(before).map(({ fields }) => fields))).not.toMatch(/Made_Up|poppy/);
  });

  test('one fault that many fields show has one reference; a missing value is a fault too', async () => {
    const answer = (await ask({ query: '{ children { broken } again: children { always } }' })) as {
      errors: { message: string }[];
    };
    expect(new Set(answer.errors.map((error) => error.message)).size).toBe(child.logged.length);
    expect(answer.errors.every((error) => error.message.startsWith('Something went wrong.'))).toBe(true);
  });

  test('a value of no type of a union is an error, not silence', async () => {
    await child.database.owner((db) => db.query(`INSERT INTO child VALUES ('E1', 'odd', '2001-01-01')`));
    const answer = await ask({ query: '{ child(id: "odd") { kind { __typename } } }' });
    await child.database.owner((db) => db.query(`DELETE FROM child WHERE id = 'odd'`));
    expect(answer).toMatchObject({ data: { child: { kind: null } }, errors: [{ path: ['child', 'kind'] }] });
  });

  test('tells which variable is wrong, without its value', async () => {
    const answer = await ask({
      query: 'query ($after: Date) { children(bornAfter: $after) { id } }',
      variables: { after: '31/12/2010' },
    });
    expect(answer).toEqual({
      errors: [
        {
          message: 'The variable $after does not have a value of the type the operation asks for.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
  });

  test.each([
    ['{ child(id: "a") { id }', 'GRAPHQL_PARSE_FAILED'],
    ['{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { refused } query B { refused }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses %s', async (query, code) => {
    const { errors } = (await ask({ query, operationName: 'A' })) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe(code);
    expect(child.statements).toEqual([]);
  });

  test('a mutation is written; one that fails changes nothing', async () => {
    expect(await ask({ query: 'mutation { addChild(id: "new") { id bornOn } }' })).toEqual({
      data: { addChild: { id: 'new', bornOn: '2015-05-05' } },
      extensions: nothingTouched,
    });
    expect(await ask({ query: 'mutation { addChild(id: "x") { id } addAndFail(id: "y") { id } }' })).toEqual({
      data: null,
      errors: [{ message: 'No such thing.', path: ['addAndFail'], extensions: { code: 'NOT_FOUND' } }],
      extensions: nothingTouched,
    });
    const rows = await child.database.owner((db) =>
      db.query(`DELETE FROM child WHERE id IN ('new', 'x', 'y') RETURNING id`),
    );
    expect(rows).toEqual([{ id: 'new' }]);
  });

  test('a mutation of somebody who only reads is refused', async () => {
    const who = aViewer({ laCodes: ['E1'], role: 'integrator' });
    expect(await ask({ query: 'mutation { addChild(id: "new") { id } }' }, who)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('tells its schema to the platform', async () => {
    const answer = (await ask({ query: '{ _service { sdl } }' })) as { data: { _service: { sdl: string } } };
    expect(answer.data._service.sdl).toContain('type Child');
    expect(child.subgraph.sdl).toContain('@key(fields: "id")');
    expect(child.statements).toEqual([]);
  });
});

test('a query that asks nothing of the database takes no connection', async () => {
  await child.inProcess({ query: '{ refused }' });
  expect(child.statements).toEqual([]);
});
