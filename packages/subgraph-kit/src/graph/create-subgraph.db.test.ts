import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fixedClock, type PlainDate } from '@mainstay/primitives';
import type { Db } from '../database/database.ts';
import { guardTable } from '../database/row-security.ts';
import { ForbiddenError, NotFoundError, UnavailableError } from '../errors.ts';
import type { LogFields, Logger } from '../logger.ts';
import { aViewer, startTestDatabase, TEST_SECRET, type TestDatabase } from '../testing/index.ts';
import { CALLER_HEADER, signCaller, type Caller } from '../viewer-token.ts';
import type { Viewer } from '../viewer.ts';
import { createSubgraph } from './create-subgraph.ts';
import { internalClient } from './internal-client.ts';
import { oneByKey } from './loaders.ts';
import type { GraphRequest, Subgraph, SubgraphModule } from './subgraph.ts';

class CreateChild1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE child (la_code text NOT NULL, id text NOT NULL, born_on date NOT NULL)');
    await guardTable(queryRunner, { table: 'child', la: 'write' });
  }
  async down(): Promise<void> {}
}

interface ChildRow {
  readonly id: string;
  readonly bornOn: PlainDate;
}

interface Context {
  readonly viewer: Viewer;
  readonly db: Db;
  readonly child: ReturnType<typeof oneByKey<ChildRow>>;
}

const sdl = `
  "A child." type Child @key(fields: "id") { id: ID! bornOn: Date! seenAt(at: DateTime): DateTime kind: Kind broken: String always: String! }
  "A kind." union Kind = Small | Large
  "Small." type Small { size: Int! }
  "Large." type Large { size: Int! }
  extend type Query { child(id: ID!): Child children(bornAfter: Date): [Child!]! refused: String broken: String! gone: String }
  extend type Mutation { addChild(id: ID!): Child! addAndFail(id: ID!): Child }
`;

const SELECT = 'SELECT id, born_on AS "bornOn" FROM child';

const childModule: SubgraphModule<Context> = {
  name: 'child',
  sdl,
  entities: [],
  resolvers: {
    Query: {
      child: (_: unknown, { id }: { id: string }, { child }: Context) => child.load(id),
      children: (_: unknown, { bornAfter }: { bornAfter?: string }, { db }: Context) =>
        db.query<ChildRow>(`${SELECT} WHERE born_on > $1 ORDER BY id`, [bornAfter ?? '1900-01-01']),
      refused: () => {
        throw new ForbiddenError('Only managers may.');
      },
      broken: async (_: unknown, __: unknown, { db }: Context) => db.query(`SELECT 'Smith, Mary'::date`),
      gone: () => Promise.reject(new UnavailableError('Not now.')),
    },
    Mutation: {
      addChild: async (_: unknown, { id }: { id: string }, { db, viewer, child }: Context) => {
        await db.query(`INSERT INTO child VALUES ($1, $2, '2015-05-05')`, [viewer.laCodes[0], id]);
        return child.load(id);
      },
      addAndFail: async (_: unknown, { id }: { id: string }, { db, viewer }: Context) => {
        await db.query(`INSERT INTO child VALUES ($1, $2, '2015-05-05')`, [viewer.laCodes[0], id]);
        throw new NotFoundError('No such thing.');
      },
    },
    Child: {
      __resolveReference: ({ id }: { id: string }, { child }: Context) => {
        if (id === 'explodes') throw new TypeError('Mary Smith exploded');
        if (id === 'refused') return Promise.reject(new ForbiddenError('Not this one.'));
        return child.load(id);
      },
      seenAt: (_: unknown, { at }: { at?: Date }) => at ?? null,
      kind: ({ id }: ChildRow) => ({ __typename: id === 'large' ? 'Large' : id === 'odd' ? 'Odd' : 'Small', size: 1 }),
      broken: async () => {
        throw new Error('broken for everybody');
      },
      always: () => null,
    },
  },
};

const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
const viewer = aViewer({ laCodes: ['E1'] });
const secret = TEST_SECRET;

let database: TestDatabase;
let subgraph: Subgraph;
let address: string;
let statements: string[] = [];
let logged: { event: string; fields: LogFields }[] = [];

const remember = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
const logger: Logger = { info: remember, warn: remember, error: remember };

beforeAll(async () => {
  database = await startTestDatabase('children', {
    migrations: [CreateChild1795305600000],
    onStatement: (sql) => statements.push(sql),
  });
  await database.owner((db) =>
    db.query(
      `INSERT INTO child VALUES ('E1', 'a', '2012-03-04'), ('E1', 'large', '2014-01-01'), ('E2', 'foreign', '2010-01-01')`,
    ),
  );
  subgraph = createSubgraph<Context>({
    name: 'children',
    modules: [childModule],
    sharedSdl: [],
    database,
    createContext: ({ viewer: who, db }) => ({
      viewer: who,
      db,
      child: oneByKey(
        (ids) => db.query<ChildRow>(`${SELECT} WHERE id = ANY ($1)`, [ids]),
        (row) => row.id,
      ),
    }),
    clock,
    secret,
    logger,
    internal: {
      echo: async ({ caller, params, body }) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of body) chunks.push(chunk);
        return { kind: caller.kind, params, bytes: Buffer.concat(chunks).toString('utf8') };
      },
      refuse: async () => {
        throw new NotFoundError('There is no such upload.');
      },
      fail: async () => {
        throw new TypeError('Mary Smith');
      },
      nothing: async () => undefined,
    },
  });
  address = await subgraph.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await subgraph?.close();
  await database?.close();
});
beforeEach(() => {
  statements = [];
  logged = [];
});

function tokenFor(body: string, caller: Caller = { kind: 'viewer', viewer }, name = 'children'): string {
  return signCaller(caller, { subgraph: name, secret, body, now: clock.now() });
}

async function inProcess(request: GraphRequest, who = viewer): Promise<unknown> {
  const token = tokenFor(JSON.stringify(request), { kind: 'viewer', viewer: who });
  return JSON.parse(JSON.stringify(await subgraph.execute(request, token)));
}

function post(path: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
  });
}

async function overHttp(request: GraphRequest, who = viewer): Promise<unknown> {
  const body = JSON.stringify(request);
  const response = await post('/graphql', body, { [CALLER_HEADER]: tokenFor(body, { kind: 'viewer', viewer: who }) });
  expect(response.status).toBe(200);
  return response.json();
}

const roads = [
  { road: 'in process', ask: inProcess },
  { road: 'over HTTP', ask: overHttp },
];

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
    });
    expect(statements).toHaveLength(1);
  });

  test('keeps the code and the message of a refusal', async () => {
    expect(await ask({ query: '{ refused gone }' })).toEqual({
      data: { refused: null, gone: null },
      errors: [
        { message: 'Only managers may.', path: ['refused'], extensions: { code: 'FORBIDDEN' } },
        { message: 'Not now.', path: ['gone'], extensions: { code: 'UNAVAILABLE' } },
      ],
    });
    expect(logged).toEqual([]);
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
    expect(logged.map((line) => line.fields)).toMatchObject([
      { reference: extensions.reference, operation: 'Broken', requestId: 'test-request', field: 'broken' },
    ]);
  });

  test('one fault that many fields show has one reference; a missing value is a fault too', async () => {
    const answer = (await ask({ query: '{ children { broken } again: children { always } }' })) as {
      errors: { message: string }[];
    };
    expect(new Set(answer.errors.map((error) => error.message)).size).toBe(logged.length);
    expect(answer.errors.every((error) => error.message.startsWith('Something went wrong.'))).toBe(true);
  });

  test('a value of no type of a union is an error, not silence', async () => {
    await database.owner((db) => db.query(`INSERT INTO child VALUES ('E1', 'odd', '2001-01-01')`));
    const answer = await ask({ query: '{ child(id: "odd") { kind { __typename } } }' });
    await database.owner((db) => db.query(`DELETE FROM child WHERE id = 'odd'`));
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
    expect(statements).toEqual([]);
  });

  test('a mutation is written; one that fails changes nothing', async () => {
    expect(await ask({ query: 'mutation { addChild(id: "new") { id bornOn } }' })).toEqual({
      data: { addChild: { id: 'new', bornOn: '2015-05-05' } },
    });
    expect(await ask({ query: 'mutation { addChild(id: "x") { id } addAndFail(id: "y") { id } }' })).toEqual({
      data: null,
      errors: [{ message: 'No such thing.', path: ['addAndFail'], extensions: { code: 'NOT_FOUND' } }],
    });
    const rows = await database.owner((db) => db.query(`DELETE FROM child WHERE id IN ('new', 'x', 'y') RETURNING id`));
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
    expect(subgraph.sdl).toContain('@key(fields: "id")');
    expect(statements).toEqual([]);
  });
});

test('a query that asks nothing of the database takes no connection', async () => {
  await inProcess({ query: '{ refused }' });
  expect(statements).toEqual([]);
});

describe('only the platform is let in', () => {
  const request = { query: '{ _service { sdl } }' };
  const body = JSON.stringify(request);

  test.each([
    ['no token', {}],
    ['nonsense', { [CALLER_HEADER]: 'a.b' }],
    ['a token for another body', { [CALLER_HEADER]: tokenFor('{}') }],
    ['a token for another subgraph', { [CALLER_HEADER]: tokenFor(body, { kind: 'viewer', viewer }, 'contracts') }],
  ])('%s is refused over HTTP', async (_name, headers) => {
    const response = await post('/graphql', body, headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });

  test('an expired token is refused', async () => {
    const now = new Date(clock.now().getTime() - 31_000);
    const token = signCaller({ kind: 'viewer', viewer }, { subgraph: 'children', secret, body, now });
    expect((await post('/graphql', body, { [CALLER_HEADER]: token })).status).toBe(401);
    await expect(subgraph.execute(request, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('every path but health wants a token, the ones that do not exist too', async () => {
    for (const path of ['/', '/graphql', '/internal/echo', '/nothing']) {
      expect((await fetch(`${address}${path}`)).status).toBe(401);
    }
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await post('/nothing', '', { [CALLER_HEADER]: tokenFor('') })).status).toBe(404);
  });

  test('a service of the platform does not ask the graph', async () => {
    const service: Caller = { kind: 'service', name: 'gateway', requestId: 'r' };
    await expect(subgraph.execute(request, tokenFor(body, service))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await post('/graphql', body, { [CALLER_HEADER]: tokenFor(body, service) })).status).toBe(403);
  });

  test('malformed UTF-8, other types and long bodies are refused', async () => {
    const malformed = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const token = tokenFor('');
    expect((await post('/graphql', malformed, { [CALLER_HEADER]: token })).status).toBe(400);
    expect((await post('/graphql', 'x', { [CALLER_HEADER]: tokenFor('x') })).status).toBe(400);
    expect((await post('/graphql', '[]', { [CALLER_HEADER]: tokenFor('[]') })).status).toBe(400);
    expect((await post('/graphql', 'x', { [CALLER_HEADER]: tokenFor('x'), 'content-type': 'text/plain' })).status).toBe(
      415,
    );
    const long = 'x'.repeat(9 * 1024 * 1024);
    expect((await post('/graphql', long, { [CALLER_HEADER]: tokenFor(long) })).status).toBe(413);
  });
});

describe.each(['in process', 'over HTTP'])('internal calls %s', (road) => {
  const client = () => {
    const target = road === 'in process' ? { subgraph } : { url: address };
    return internalClient({ ...target, name: 'children', secret, clock });
  };
  const caller: Caller = { kind: 'service', name: 'gateway', requestId: 'r' };

  async function* pieces(): AsyncIterable<Uint8Array> {
    yield Buffer.from('first ');
    yield Buffer.from('second £');
  }

  test('carry parameters and a stream, and bring back the answer', async () => {
    const params = { name: 'épisodes & more.csv', la: 'E1' };
    const answer = await client().call('echo', { caller, params, body: pieces() });
    expect(answer).toEqual({ kind: 'service', params, bytes: 'first second £' });
    expect(await client().call('echo', { caller })).toEqual({ kind: 'service', params: {}, bytes: '' });
    expect(await client().call('nothing', { caller })).toBeNull();
  });

  test('bring back refusals as such, and faults masked', async () => {
    await expect(client().call('refuse', { caller })).rejects.toEqual(new NotFoundError('There is no such upload.'));
    await expect(client().call('missing', { caller })).rejects.toBeInstanceOf(NotFoundError);
    await expect(client().call('fail', { caller })).rejects.toThrow(/^Something went wrong\. Reference/);
    expect(logged).toMatchObject([{ fields: { operation: 'fail', requestId: 'r' } }]);
  });

  test('a token holds for its route and parameters only', async () => {
    const stolen = tokenFor('/internal/echo?la=E1', caller);
    const params = { la: 'E2' };
    await expect(subgraph.callInternal('echo', { token: stolen, params })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const response = await post('/internal/echo?la=E2', '', { [CALLER_HEADER]: stolen });
    expect(response.status).toBe(401);
  });
});

test('an address where nobody listens is unavailable', async () => {
  const client = internalClient({ url: 'http://127.0.0.1:9', name: 'children', secret, clock });
  const call = client.call('echo', { caller: { kind: 'service', name: 'gateway', requestId: 'r' } });
  await expect(call).rejects.toBeInstanceOf(UnavailableError);
});
