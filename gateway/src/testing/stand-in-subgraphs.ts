import { addDays, systemClock, type Clock } from '@mainstay/primitives';
import {
  createSubgraph,
  NotFoundError,
  type Caller,
  type Database,
  type Db,
  type Internal,
  type Subgraph,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const testSecret = 'the secret of tests, of thirty-two characters';

/** What stand-in subgraphs were asked, and how they are made to fail. */
export interface StandIns {
  readonly subgraphs: readonly Subgraph[];
  /** The viewers of all GraphQL requests, in order. */
  readonly viewers: Viewer[];
  /** Bytes of each upload that arrived whole. */
  readonly uploads: { name: string | undefined; size: number }[];
  /** Names of subgraphs that never answer, as long as they are in here. */
  readonly hung: Set<string>;
  /** How often contracts was asked for the live contracts of a practice. */
  readonly viewerContexts: string[];
  /** What children was asked about the relations of viewers, in order. */
  readonly relationships: Readonly<Record<string, string>>[];
  /** What workforce was told of answers to surveys, in order. */
  readonly surveyAnswers: { caller: Caller; params: Record<string, string>; body: string }[];
  /** ONS codes of the authorities with an inspection that is open and names everybody. */
  readonly inspections: Set<string>;
}

/** What all of them are made with. */
interface Setting {
  readonly clock: Clock;
  readonly secret: string;
}

interface Context {
  readonly viewer: Viewer;
}

type Resolvers = Record<string, unknown>;

/** The three subgraphs with their real schema, and answers out of thin air instead of a database. */
export function standInSubgraphs(clock: Clock = systemClock, secret: string = testSecret): StandIns {
  const stand: StandIns & Setting = {
    clock,
    secret,
    subgraphs: [],
    viewers: [],
    uploads: [],
    hung: new Set(),
    viewerContexts: [],
    relationships: [],
    surveyAnswers: [],
    inspections: new Set(['E08000025']),
  };
  const subgraphs = [
    standIn('children', childrenResolvers, stand, {
      upload: uploadRoute(stand),
      'viewer-relationships': async ({ params }) => {
        stand.relationships.push(params);
        const child = `${params['laCodes']}.1`;
        const until = new Date(clock.now().getTime() + 60_000).toISOString();
        const breakGlass = params['breakGlassId'] === 'glass-1' ? { id: 'glass-1', childId: child, until } : null;
        return { hidden: [], named: params['role'] === 'la-iro' ? [child] : [], breakGlass };
      },
    }),
    standIn('workforce', workforceResolvers, stand, {
      'survey-open': async () => ({ refusal: { code: 'CLOSED', message: 'The survey has closed.' } }),
      'survey-answers': async ({ caller, params, body }) => {
        stand.surveyAnswers.push({ caller, params, body: await textOf(body) });
        return { answer: { isReceived: true } };
      },
    }),
    standIn('contracts', contractsResolvers, stand, {
      'viewer-context': async ({ params }) => {
        stand.viewerContexts.push(params['practiceId'] ?? '');
        return { laCodes: ['E08000025'], name: 'Harbour Practice' };
      },
      'inspection-context': async ({ params }) => {
        const { laCode = '' } = params;
        const today = clock.today();
        return stand.inspections.has(laCode)
          ? { id: `${laCode}.inspection`, laCode, from: addDays(today, -7), to: addDays(today, 21) }
          : null;
      },
      'authority-context': async ({ params }) => {
        const laCode = params['laCode'] ?? '';
        if (laCode === 'E06000000') throw new NotFoundError('There is no such local authority.');
        return { laCode, name: 'Birmingham' };
      },
    }),
  ];
  return { ...stand, subgraphs };
}

/** The type by which a schema shows that it needs a shared part. */
const SHARED = { measure: 'Measure', record: 'Recorded' } as const;

const children = Array.from({ length: 3 }, (_none, index) => ({ id: `E08000025.${index}`, localId: `90${index}` }));

const childrenResolvers: Resolvers = {
  Query: {
    child: (_root: unknown, { id }: { id: string }) => {
      if (id === 'fault') throw new Error('SELECT secret FROM child');
      return children.find((child) => child.id === id) ?? null;
    },
    children: (_root: unknown, { first }: { first: number }) => ({
      edges: children.slice(0, first).map((node) => ({ cursor: node.id, node })),
      totalCount: 3,
    }),
  },
  Child: { leadProfessional: () => ({ id: 'SW000001' }) },
  Contract: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    children: () => ({ edges: [{ cursor: 'a', node: children[0] }], totalCount: 1 }),
  },
  LocalAuthority: { __resolveReference: ({ id }: { id: string }) => ({ id }), childMeasures: () => [] },
};

const workforceResolvers: Resolvers = {
  LocalAuthority: { __resolveReference: ({ id }: { id: string }) => ({ id }), staffMeasures: () => [] },
  Worker: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Test Worker' }), employments: () => [] },
};

const contractsResolvers: Resolvers = {
  Query: {
    localAuthority: (_root: unknown, { id }: { id: string }) =>
      id.startsWith('E08') ? { id, name: 'Birmingham' } : null,
    practice: (_root: unknown, { id }: { id: string }) => ({ id, name: 'Harbour Practice' }),
  },
  LocalAuthority: { practices: () => [{ id: 'harbour-practice', name: 'Harbour Practice' }] },
  Practice: { contracts: () => [{ id: 'harbour-practice-2023' }] },
};

function standIn(
  name: 'children' | 'workforce' | 'contracts',
  resolvers: Resolvers,
  stand: StandIns & Setting,
  internal: Record<string, Internal>,
): Subgraph {
  const files = globSync(join(import.meta.dirname, '../../../subgraphs', name, 'src/modules/*/*.graphql'));
  const sdl = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  return createSubgraph<Context>({
    name,
    modules: [{ name: 'stand-in', sdl, resolvers, entities: [] }],
    sharedSdl: (['measure', 'record'] as const).filter((part) => new RegExp(`\\b${SHARED[part]}\\b`).test(sdl)),
    database: standInDatabase(name, stand),
    createContext: ({ viewer }) => ({ viewer }),
    clock: stand.clock,
    secret: stand.secret,
    internal,
  });
}

/** No database at all: its transactions are where the stand-ins see who asks, and where they hang. */
function standInDatabase(name: string, stand: StandIns): Database {
  const db = { query: async () => [] } as unknown as Db;
  const transaction = async <T>(viewer: Viewer, work: (db: Db) => Promise<T>): Promise<T> => {
    stand.viewers.push(viewer);
    if (stand.hung.has(name)) await new Promise(() => {});
    return work(db);
  };
  const service = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    if (stand.hung.has(name)) await new Promise(() => {});
    return work(db);
  };
  return { name, read: transaction, write: transaction, figures: transaction, service } as unknown as Database;
}

function uploadRoute(stand: StandIns): Internal {
  return async ({ params, body }) => {
    let size = 0;
    for await (const chunk of body) size += chunk.length;
    stand.uploads.push({ name: params['name'], size });
    return { id: 'upload-1', name: params['name'], size };
  };
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
