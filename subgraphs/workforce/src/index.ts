import type { Clock } from '@mainstay/primitives';
import { createSubgraph, type Database, type Logger, type Subgraph } from '@mainstay/subgraph-kit';
import type { FindCaseCounts } from './case-count/case-count.facts.ts';
import { createContext } from './context.ts';
import { employmentFactsRoute } from './modules/employment/employment.internal.ts';
import { modules } from './modules/index.ts';
import type { FetchUpload } from './upload/upload.content.ts';

export { caseCountsOf, type CaseCount, type FindCaseCounts } from './case-count/case-count.facts.ts';
export { openWorkforceDatabase, type OpenWorkforceDatabaseOptions } from './database.ts';
export type { RegistrationFact } from './modules/registration/registration.internal.ts';
export type { EmploymentFact } from './modules/employment/employment.internal.ts';
export { loadDemonstration, type DemonstrationWorkforce } from './demonstration.ts';
export { uploadsOf, type FetchUpload } from './upload/upload.content.ts';
import { registrationFactsRoute } from './modules/registration/registration.internal.ts';

/** The subgraph of workers, their registrations and posts, and measures of staff, over an open database. */
export function createWorkforceSubgraph(options: {
  database: Database;
  clock: Clock;
  secret: string;
  /** Says how many children each worker leads. */
  findCaseCounts: FindCaseCounts;
  /** Fetches files that were sent. */
  fetchUpload: FetchUpload;
  logger?: Logger;
}): Subgraph {
  const { findCaseCounts, fetchUpload } = options;
  const internal = {
    'employment-facts': employmentFactsRoute(options.database),
    'registration-facts': registrationFactsRoute(options.database),
  };
  return createSubgraph({
    ...options,
    name: 'workforce',
    modules,
    sharedSdl: ['measure', 'record'],
    createContext: (request) => createContext({ ...request, findCaseCounts, fetchUpload }),
    internal,
  });
}
