import { createChildrenSubgraph, openChildrenDatabase } from '@mainstay/children';
import { createContractsSubgraph, openContractsDatabase } from '@mainstay/contracts';
import { openSubgraphs } from '@mainstay/platform';
import { systemClock } from '@mainstay/primitives';
import type { DatabaseName, Logger, Subgraph } from '@mainstay/subgraph-kit';
import { createWorkforceSubgraph, openWorkforceDatabase } from '@mainstay/workforce';
import { setting } from './tell-ready.ts';
import { unguarded } from './unguarded-database.ts';

/** The three subgraphs in this process. */
export interface LocalSubgraphs {
  readonly subgraphs: Readonly<Record<DatabaseName, Subgraph>>;
  stop(): Promise<void>;
}

const urlOf = (name: DatabaseName): string => setting(`${name.toUpperCase()}_DATABASE_URL`);

/** The subgraphs as the platform runs them. */
export function guardedSubgraphs(secret: string, logger: Logger): Promise<LocalSubgraphs> {
  return openSubgraphs({ urlOf, secret, clock: systemClock, logger });
}

/** The same without row-level security. */
export async function unguardedSubgraphs(secret: string, logger: Logger): Promise<LocalSubgraphs> {
  const common = { secret, clock: systemClock, logger };
  const opening = (name: DatabaseName) => ({ ...common, url: urlOf(name) });
  const databases = {
    contracts: unguarded(await openContractsDatabase(opening('contracts')), urlOf('contracts')),
    workforce: unguarded(await openWorkforceDatabase(opening('workforce')), urlOf('workforce')),
    children: unguarded(await openChildrenDatabase(opening('children')), urlOf('children')),
  };
  const subgraphs = {
    contracts: createContractsSubgraph({ ...common, database: databases.contracts }),
    workforce: createWorkforceSubgraph({ ...common, database: databases.workforce }),
    children: createChildrenSubgraph({ ...common, database: databases.children, contractsFeed: async () => [] }),
  };
  return {
    subgraphs,
    stop: async () => {
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
}
