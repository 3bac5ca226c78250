import type { Clock } from '@mainstay/primitives';
import { createSubgraph, outboxRoute, type Database, type Logger, type Subgraph } from '@mainstay/subgraph-kit';
import { createContext } from './context.ts';
import type { FindAllocationFacts } from './modules/allocation/allocation.facts.ts';
import { agreedCapacitiesRoute } from './modules/contract/contract.internal.ts';
import { viewerContextRoute } from './modules/practice/practice.internal.ts';
import { inspectionContextRoute } from './modules/inspection/inspection.internal.ts';
import { modules } from './modules/index.ts';
import { authorityContextRoute } from './modules/local-authority/local-authority.internal.ts';

export { openContractsDatabase, type OpenContractsDatabaseOptions } from './database.ts';
export {
  loadDemonstration,
  openDemonstrationInspection,
  type DemonstrationContracts,
  type DemonstrationInspection,
} from './demonstration.ts';
export { allocationFactsOf, type FindAllocationFacts } from './modules/allocation/allocation.facts.ts';
export type { AllocationEvent } from './modules/allocation/allocation.entity.ts';
export type { InspectionContext } from './modules/inspection/inspection.internal.ts';
export type { PracticeContext } from './modules/practice/practice.internal.ts';
export type { AuthorityContext } from './modules/local-authority/local-authority.internal.ts';

/** The subgraph of local authorities, practices, contracts, allocations and inspections over an open database. */
export function createContractsSubgraph(options: {
  database: Database;
  clock: Clock;
  secret: string;
  /** Says of children what decides about their allocation. */
  findAllocationFacts: FindAllocationFacts;
  logger?: Logger;
}): Subgraph {
  const { database, clock, findAllocationFacts } = options;
  return createSubgraph({
    ...options,
    name: 'contracts',
    modules,
    createContext: (request) => createContext({ ...request, findAllocationFacts }),
    internal: {
      'viewer-context': viewerContextRoute(database, clock),
      'authority-context': authorityContextRoute(database),
      'inspection-context': inspectionContextRoute(database, clock),
      'agreed-capacities': agreedCapacitiesRoute(database, clock),
      'allocation-feed': outboxRoute(database),
    },
  });
}
