import { fixedClock, type Clock } from '@mainstay/primitives';
import { signCaller, UnavailableError, type Database, type FeedEvent, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { entities } from '../database.ts';
import { createChildrenSubgraph, type ChildrenSubgraph } from '../index.ts';
import { migrations } from '../migrations/index.ts';
import type { CaseloadSources } from '../modules/caseload/caseload.sources.ts';
import { sourcesOf } from './caseload-sources.ts';

/** Where the time of these tests stands still. */
export const NOW = new Date('2026-11-22T12:00:00Z');
export const clock: Clock = fixedClock(NOW);

export const BIRMINGHAM = 'E08000025';
export const SANDWELL = 'E08000028';

export const birmingham = aViewer();
export const sandwell = aViewer({ subject: 'sandwell', laCodes: [SANDWELL] });
export const birminghamCommissioner = aViewer({ subject: 'commissioner', role: 'la-commissioner' });
export const practiceWorker = aViewer({
  subject: 'worker',
  role: 'swp-worker',
  audience: 'practice',
  practiceId: 'harbour-practice',
  laCodes: [BIRMINGHAM],
});
export const inspector = aViewer({
  subject: 'inspector',
  role: 'ofsted-inspector',
  audience: 'inspector',
  inspection: { id: 'i1', laCode: BIRMINGHAM, from: clock.today(), to: clock.today() },
});

/**
 * An empty database of the children. `onStatement` is told what requests ask, and not what the reader of the feed asks
 * once a second beside them.
 */
export function startDatabase({
  onStatement,
  ...options
}: { onStatement?: (sql: string) => void; clock?: Clock } = {}): Promise<TestDatabase> {
  const listening = onStatement && {
    onStatement: (sql: string) => void (/\bfeed_cursor\b/.test(sql) || onStatement(sql)),
  };
  return startTestDatabase('children', { clock, ...options, ...listening, entities, migrations, poolSize: 8 });
}

/**
 * Empties every table of a database, so that the next test begins anew. A subgraph that reads the feed or the clocks in
 * the background may hold a table meanwhile, and wait for another: then PostgreSQL ends one of the two, and it is tried
 * again.
 */
export async function emptyDatabase(database: TestDatabase, attempts = 5): Promise<void> {
  const tables = entities.map(({ options }) => options.tableName).join(', ');
  try {
    await database.owner((db) => db.query(`TRUNCATE ${tables}, feed_cursor`));
  } catch (error) {
    if (!(error instanceof UnavailableError) || attempts === 1) throw error;
    await emptyDatabase(database, attempts - 1);
  }
}

/** The subgraph over a database, with what contracts will tell of it. */
export function startSubgraph(
  database: Database,
  told: readonly FeedEvent[] = [],
  caseloadSources: CaseloadSources = sourcesOf(),
): ChildrenSubgraph {
  const contractsFeed = async (after: number) => told.filter(({ position }) => position > after);
  return createChildrenSubgraph({ database, clock, secret: TEST_SECRET, contractsFeed, caseloadSources });
}

/** Asks the subgraph as the gateway would for a viewer; answers the data. */
export async function ask<Data>(
  subgraph: ChildrenSubgraph,
  viewer: Viewer,
  request: { query: string; variables?: object },
): Promise<Data> {
  const token = tokenFor(viewer, JSON.stringify(request));
  const { data, errors } = await subgraph.execute(request, token);
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${String(extensions['code'])}: ${message}`).join('; '));
  return data as Data;
}

/** A caller token of a viewer for the body of one request. */
export function tokenFor(viewer: Viewer, body: string): string {
  return signCaller({ kind: 'viewer', viewer }, { subgraph: 'children', secret: TEST_SECRET, body, now: clock.now() });
}
