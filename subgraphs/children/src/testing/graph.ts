import type { Clock } from '@mainstay/primitives';
import { createSubgraph, signCaller, type Database, type Touched, type Viewer } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { createContext } from '../context.ts';
import type { ImportContext } from '../modules/import-903/import-903.context.ts';
import { modules } from '../modules/index.ts';
import { testClock } from './asking.ts';
import { sourcesOf } from './caseload-sources.ts';

/** Answers queries of a viewer as the gateway would ask them; fails the test on any error in the answer. */
export type AskGraph = <Answer>(viewer: Viewer, query: string, variables?: object) => Promise<Answer>;

/** The graph of children over a test's database. */
export function graphOver(database: Database, clock: Clock = testClock): AskGraph {
  const ask = toldOver(database, clock);
  return async <Answer>(viewer: Viewer, query: string, variables: object = {}): Promise<Answer> =>
    (await ask(viewer, query, variables)).data as Answer;
}

/** The same, answering as well which records each question touched. */
export function toldOver(
  database: Database,
  clock: Clock = testClock,
): (viewer: Viewer, query: string, variables?: object) => Promise<{ data: unknown; touched: Touched }> {
  const subgraph = createSubgraph<ImportContext>({
    name: 'children',
    modules,
    sharedSdl: ['measure', 'record'],
    database,
    // These tests import nothing.
    createContext: (request) => ({ ...createContext({ ...request, sources: sourcesOf() }), imports: null as never }),
    clock,
    secret: TEST_SECRET,
  });
  return async (viewer, query, variables = {}) => {
    const request = { query, variables };
    const binding = { subgraph: 'children', secret: TEST_SECRET, body: JSON.stringify(request), now: clock.now() };
    const { data, errors, extensions } = await subgraph.execute(
      request,
      signCaller({ kind: 'viewer', viewer }, binding),
    );
    if (errors?.length) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
    return { data, touched: extensions?.['touched'] as Touched };
  };
}
