import { createChildrenSubgraph } from '@mainstay/children';
import { createContractsSubgraph } from '@mainstay/contracts';
import { openSubgraphs } from '@mainstay/platform';
import { systemClock } from '@mainstay/primitives';
import type { SubgraphName, Logger, Subgraph } from '@mainstay/subgraph-kit';
import { createWorkforceSubgraph } from '@mainstay/workforce';
import { setting } from './tell-ready.ts';
import { unguardedDatabase } from './unguarded-database.ts';

/** The three subgraphs in this process. */
export interface LocalSubgraphs {
  readonly subgraphs: Readonly<Record<SubgraphName, Subgraph>>;
  stop(): Promise<void>;
}

const urlOf = (name: SubgraphName): string => setting(`${name.toUpperCase()}_DATABASE_URL`);

/** The subgraphs as the platform runs them. */
export function guardedSubgraphs(secret: string, logger: Logger): Promise<LocalSubgraphs> {
  return openSubgraphs({ urlOf, secret, clock: systemClock, logger });
}

/** The same without row-level security. */
export function unguardedSubgraphs(secret: string, logger: Logger): LocalSubgraphs {
  const common = { secret, clock: systemClock, logger };
  const database = (name: SubgraphName) => unguardedDatabase(name, urlOf(name));
  const databases = {
    contracts: database('contracts'),
    workforce: database('workforce'),
    children: database('children'),
  };
  const subgraphs = {
    contracts: createContractsSubgraph({
      ...common,
      database: databases.contracts,
      childrenInSight: async (_, ids) => ids,
    }),
    workforce: createWorkforceSubgraph({ ...common, database: databases.workforce }),
    children: createChildrenSubgraph({ ...common, database: databases.children, contractsFeed: async () => [] }),
  };
  return {
    subgraphs,
    stop: async () => {
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await Promise.all(Object.values(databases).map((opened) => opened.close()));
    },
  };
}
