import type { Clock } from '@mainstay/primitives';
import {
  caseloadSourcesOf,
  createChildrenSubgraph,
  openChildrenDatabase,
  type ChildrenSubgraph,
} from '@mainstay/children';
import { allocationFactsOf, createContractsSubgraph, openContractsDatabase } from '@mainstay/contracts';
import {
  caseCountsOf,
  createWorkforceSubgraph,
  openWorkforceDatabase,
  uploadsOf,
  type MailSettings,
} from '@mainstay/workforce';
import {
  internalClient,
  type Database,
  type SubgraphName,
  type FeedEvent,
  type Logger,
  type Subgraph,
} from '@mainstay/subgraph-kit';

/** The three subgraphs with their databases open. */
export interface Subgraphs {
  readonly subgraphs: Readonly<Record<Exclude<SubgraphName, 'children'>, Subgraph>> & {
    readonly children: ChildrenSubgraph;
  };
  readonly databases: Readonly<Record<SubgraphName, Database>>;
  /** The platform's secret. */
  readonly secret: string;
  stop(): Promise<void>;
}

/** What the subgraphs stand on. */
export interface SubgraphsOptions {
  readonly urlOf: (name: SubgraphName) => string;
  readonly secret: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How e-mails of surveys go out, or null where none do. Nothing of surveys is looked after when left out. */
  readonly mail?: MailSettings | null;
  /** Told every SQL statement of a request before it runs, and of which subgraph. */
  readonly onStatement?: (subgraph: SubgraphName, sql: string) => void;
}

/** Opens the databases and makes the subgraphs, all in this process. */
export async function openSubgraphs(options: SubgraphsOptions): Promise<Subgraphs> {
  const { secret, clock, logger } = options;
  const opening = (name: SubgraphName) => ({
    url: options.urlOf(name),
    secret,
    clock,
    logger,
    onStatement: (sql: string) => options.onStatement?.(name, sql),
  });
  // One after the other: roles belong to the whole server, and two could not create them at once.
  const contractsDatabase = await openContractsDatabase(opening('contracts'));
  const workforceDatabase = await openWorkforceDatabase(opening('workforce'));
  const childrenDatabase = await openChildrenDatabase(opening('children'));
  const toChildren = () => internalClient({ subgraph: children, name: 'children', secret, clock });
  const contracts = createContractsSubgraph({
    database: contractsDatabase,
    clock,
    secret,
    logger,
    findAllocationFacts: allocationFactsOf(toChildren),
  });
  const workforce = createWorkforceSubgraph({
    database: workforceDatabase,
    clock,
    secret,
    logger,
    ...(options.mail === undefined ? {} : { mail: options.mail }),
    findCaseCounts: caseCountsOf(toChildren),
    fetchUpload: uploadsOf(toChildren),
  });
  const toContracts = internalClient({ subgraph: contracts, name: 'contracts', secret, clock });
  const children: ChildrenSubgraph = createChildrenSubgraph({
    database: childrenDatabase,
    clock,
    secret,
    logger,
    caseloadSources: caseloadSourcesOf({
      workforce: () => internalClient({ subgraph: workforce, name: 'workforce', secret, clock }),
      contracts: () => toContracts,
    }),
    contractsFeed: (after) =>
      toContracts.call<FeedEvent[]>('allocation-feed', {
        caller: { kind: 'service', name: 'children', requestId: 'allocation-feed' },
        params: { after: String(after) },
      }),
  });
  const databases = { children: childrenDatabase, workforce: workforceDatabase, contracts: contractsDatabase };
  const subgraphs = { children, workforce, contracts };
  return {
    subgraphs,
    databases,
    secret,
    stop: async () => {
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
}
