import { collectionYear, fixedClock, type Clock, type Period } from '@mainstay/primitives';
import { TouchLog, type Database, type Measure, type Viewer } from '@mainstay/subgraph-kit';
import { createContext, type Context } from '../context.ts';
import { childIndicator } from '../indicators/index.ts';
import type { MeasureOwner } from '../modules/indicator/indicator.question.ts';
import { listChildren, type ChildrenWanted } from '../modules/child/child.service.ts';
import { BIRMINGHAM } from './a-child.ts';
import { sourcesOf } from './caseload-sources.ts';

/** The day on which tests ask, unless they say otherwise. */
export const testClock: Clock = fixedClock(new Date('2026-11-22T10:00:00Z'));

/** The authority most tests ask about. */
export const birmingham: MeasureOwner = { kind: 'local-authority', id: BIRMINGHAM };

/** Runs `work` with the context of one request of this viewer. */
export function asking<T>(
  database: Database,
  viewer: Viewer,
  work: (context: Context) => Promise<T>,
  clock: Clock = testClock,
): Promise<T> {
  return database.read(viewer, (db) =>
    work(createContext({ viewer, db, database, clock, touched: new TouchLog(), sources: sourcesOf() })),
  );
}

/** Runs `work` as `asking` does, but past row-level security: the policy functions alone decide. */
export function askingPolicyAlone<T>(
  database: Database,
  viewer: Viewer,
  work: (context: Context) => Promise<T>,
  clock: Clock = testClock,
): Promise<T> {
  return database.owner((db) =>
    work(createContext({ viewer, db, database, clock, touched: new TouchLog(), sources: sourcesOf() })),
  );
}

/** One measure, as this viewer is told it; of the collection year 2026 unless another period is given. */
export function measureOf(
  database: Database,
  asked: {
    readonly viewer: Viewer;
    readonly code: string;
    readonly owner?: MeasureOwner;
    readonly period?: Period;
    readonly clock?: Clock;
  },
): Promise<Measure> {
  const indicator = childIndicator(asked.code);
  if (!indicator) throw new Error(`No indicator ${asked.code}`);
  const question = { indicator, owner: asked.owner ?? birmingham, period: asked.period ?? collectionYear(2026) };
  return asking(database, asked.viewer, ({ loaders }) => loaders.measures.load(question), asked.clock);
}

/** Numerator and denominator of a known measure, e.g. `2/5`; else the name of the reason there is none. */
export function figureOf({ result }: Measure): string {
  return result.__typename === 'Known' ? `${result.numerator}/${result.denominator}` : result.__typename;
}

/** The local ids of a list of children, in its order. */
export async function localIdsOf(wanted: Partial<ChildrenWanted>, context: Context): Promise<string[]> {
  const { edges } = await listChildren({ first: 100, ...wanted }, context);
  return edges.map(({ node }) => node.localId);
}

/** How many children are behind each part of a measure of the collection year 2026. */
export async function countsBehind(
  database: Database,
  viewer: Viewer,
  indicator: string,
): Promise<Record<'NUMERATOR' | 'REMAINDER' | 'DENOMINATOR' | 'NOT_KNOWN', number>> {
  return asking(database, viewer, async (context) => {
    const count = async (part: 'NUMERATOR' | 'REMAINDER' | 'DENOMINATOR' | 'NOT_KNOWN') =>
      (await listChildren({ first: 1, behind: { indicator, part, ...collectionYear(2026) } }, context)).countAll();
    return {
      NUMERATOR: await count('NUMERATOR'),
      REMAINDER: await count('REMAINDER'),
      DENOMINATOR: await count('DENOMINATOR'),
      NOT_KNOWN: await count('NOT_KNOWN'),
    };
  });
}

/** The two locks on a record together, and each alone. */
export type Locks = 'both locks' | 'the policy alone' | 'row-level security alone';

/** The local ids of the children a viewer sees, as lists have them or as row-level security has their rows. */
export async function childrenSeen(
  database: Database,
  viewer: Viewer,
  { locks, clock = testClock }: { readonly locks: Locks; readonly clock?: Clock },
): Promise<string[]> {
  if (locks === 'both locks') return asking(database, viewer, (context) => localIdsOf({}, context), clock);
  if (locks === 'the policy alone') {
    return askingPolicyAlone(database, viewer, (context) => localIdsOf({}, context), clock);
  }
  const rows = await database.read(viewer, (db) =>
    db.query<{ local_id: string }>('SELECT local_id FROM child ORDER BY local_id'),
  );
  return rows.map(({ local_id: localId }) => localId);
}
