import type { Clock } from '@mainstay/primitives';
import { createSubgraph, type Database, type Logger, type Subgraph } from '@mainstay/subgraph-kit';
import { createContext } from './context.ts';
import { modules } from './modules/index.ts';

export { entities, openGatewayDatabase, type OpenGatewayDatabaseOptions } from './database.ts';
export { migrations } from './migrations/index.ts';

/** The gateway's own part of the graph, over its open database; it lives in the gateway's process. */
export function createOwnGraph(options: {
  database: Database;
  clock: Clock;
  secret: string;
  logger?: Logger;
}): Subgraph {
  return createSubgraph({ ...options, name: 'gateway', modules, createContext });
}
