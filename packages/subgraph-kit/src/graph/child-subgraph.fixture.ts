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
import { oneByKey } from './loaders.ts';
import type { GraphRequest, Internal, Subgraph, SubgraphModule } from './subgraph.ts';

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

export const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
export const viewer = aViewer({ laCodes: ['E1'] });
export const secret = TEST_SECRET;

const internal: Record<string, Internal> = {
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
};

/** A small subgraph over a real database, reachable in process and over HTTP, that tells what it ran and logged. */
export interface ChildSubgraph {
  readonly database: TestDatabase;
  readonly subgraph: Subgraph;
  readonly address: string;
  readonly statements: string[];
  readonly logged: { readonly event: string; readonly fields: LogFields }[];
  inProcess(request: GraphRequest, who?: Viewer): Promise<unknown>;
  /** Answers the status and the JSON. */
  overHttp(request: GraphRequest, who?: Viewer): Promise<unknown>;
  post(path: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** A token for the subgraph, or another. */
export function tokenFor(body: string, caller: Caller = { kind: 'viewer', viewer }, name = 'children'): string {
  return signCaller(caller, { subgraph: name, secret, body, now: clock.now() });
}

/** Starts the subgraph with children `a` and `large` of authority E1, and `foreign` of E2. */
export async function startChildSubgraph(): Promise<ChildSubgraph> {
  const statements: string[] = [];
  const logged: ChildSubgraph['logged'] = [];
  const database = await startTestDatabase('children', {
    migrations: [CreateChild1795305600000],
    onStatement: (sql) => statements.push(sql),
  });
  await database.owner((db) =>
    db.query(`INSERT INTO child VALUES ('E1', 'a', '2012-03-04'), ('E1', 'large', '2014-01-01'),
      ('E2', 'foreign', '2010-01-01')`),
  );
  const subgraph = subgraphOver(database, (event, fields) => void logged.push({ event, fields }));
  const address = await subgraph.listen({ host: '127.0.0.1', port: 0 });

  const post: ChildSubgraph['post'] = (path, body, headers = {}) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body as string,
    });

  return {
    database,
    subgraph,
    address,
    statements,
    logged,
    post,
    inProcess: async (request, who = viewer) => {
      const token = tokenFor(JSON.stringify(request), { kind: 'viewer', viewer: who });
      return JSON.parse(JSON.stringify(await subgraph.execute(request, token)));
    },
    overHttp: async (request, who = viewer) => {
      const body = JSON.stringify(request);
      const response = await post('/graphql', body, {
        [CALLER_HEADER]: tokenFor(body, { kind: 'viewer', viewer: who }),
      });
      if (response.status !== 200) throw new Error(`The subgraph answered ${response.status}.`);
      return response.json();
    },
    close: async () => {
      await subgraph.close();
      await database.close();
    },
  };
}

function subgraphOver(database: TestDatabase, remember: (event: string, fields: LogFields) => void): Subgraph {
  const log = (event: string, fields: LogFields = {}): void => remember(event, fields);
  const logger: Logger = { info: log, warn: log, error: log };
  return createSubgraph<Context>({
    name: 'children',
    modules: [childModule],
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
    internal,
  });
}
