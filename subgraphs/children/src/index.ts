import type { Clock } from '@mainstay/primitives';
import {
  createSubgraph,
  ForbiddenError,
  silentLogger,
  type Database,
  type FeedEvent,
  type Logger,
  type Subgraph,
} from '@mainstay/subgraph-kit';
import { createContext } from './context.ts';
import { AllocationFeed } from './modules/allocation/allocation.feed.ts';
import { allocationFactsRoute } from './modules/allocation/allocation.internal.ts';
import type { CaseloadSources } from './modules/caseload/caseload.sources.ts';
import { caseCountsRoute } from './modules/case-count/case-count.internal.ts';
import { ImportQueue } from './modules/import-903/import-903.queue.ts';
import { modules } from './modules/index.ts';
import { misuseFactsRoute } from './modules/misuse-facts/misuse-facts.internal.ts';
import { uploadContentRoute } from './modules/upload/upload.content-route.ts';
import { receiveUpload } from './modules/upload/upload.route.ts';
import { viewerRelationshipsRoute } from './modules/viewer-relationships/viewer-relationships.internal.ts';

export { caseloadSourcesOf, type CaseloadSources } from './modules/caseload/caseload.sources.ts';
export { openChildrenDatabase, type OpenChildrenDatabaseOptions } from './database.ts';
export { loadDemonstration, type DemonstrationChildren } from './demonstration.ts';
export { loadDemonstrationRecords } from './demonstration-records.ts';
export { loadDemonstrationSafeguards, type DemonstrationSafeguards } from './demonstration-safeguards.ts';
export { importReturn, type ImportedReturn, type ReturnToImport } from './modules/import-903/import-903.run.ts';
export { LARGEST_UPLOAD } from './modules/upload/upload.route.ts';
export type { MisuseFacts } from './modules/misuse-facts/misuse-facts.internal.ts';
export { loadPostcodes } from './modules/postcode/postcode.service.ts';
export type { ViewerRelationships } from './modules/viewer-relationships/viewer-relationships.internal.ts';

/** What the subgraph of children stands on. */
export interface ChildrenSubgraphOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly secret: string;
  /** Asks contracts for what happened after a position of its feed. */
  readonly contractsFeed: (after: number) => Promise<FeedEvent[]>;
  /** What the workforce and contracts know and caseloads are judged by. */
  readonly caseloadSources: CaseloadSources;
  readonly logger?: Logger;
}

/** The subgraph of children. */
export interface ChildrenSubgraph extends Subgraph {
  /** Reads what contracts has told since the last time; resolves when there is nothing new. */
  catchUp(): Promise<void>;
  /** Resolves when no import is waiting or running. */
  importsDone(): Promise<void>;
}

/**
 * The subgraph of children, their care and their returns over an open database. It runs imports in the background and
 * follows the allocations that contracts tells of; `close` ends both.
 */
export function createChildrenSubgraph(options: ChildrenSubgraphOptions): ChildrenSubgraph {
  const { database, clock, logger = silentLogger } = options;
  const imports = new ImportQueue({ database, clock, logger });
  const allocations = new AllocationFeed({ database, clock, logger, contractsFeed: options.contractsFeed });
  const subgraph = createSubgraph({
    name: 'children',
    modules,
    sharedSdl: ['measure', 'record'],
    database,
    clock,
    secret: options.secret,
    logger,
    createContext: (request) => ({ ...createContext({ ...request, sources: options.caseloadSources }), imports }),
    internal: {
      'allocation-catch-up': async ({ caller }) => {
        if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
        await allocations.catchUp();
        return null;
      },
      'allocation-facts': allocationFactsRoute({ database, clock }),
      'case-counts': caseCountsRoute(database),
      upload: receiveUpload({ database, clock }),
      'upload-content': uploadContentRoute({ database, clock }),
      'viewer-relationships': viewerRelationshipsRoute({ database, clock }),
      'misuse-facts': misuseFactsRoute({ database, secret: options.secret }),
    },
    onClose: async () => {
      await allocations.stop();
      await imports.close();
    },
  });
  return Object.assign(subgraph, { catchUp: () => allocations.catchUp(), importsDone: () => imports.idle() });
}
