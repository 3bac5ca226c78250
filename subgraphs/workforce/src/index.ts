import type { Clock } from '@mainstay/primitives';
import { createSubgraph, type Database, type Logger, type Subgraph } from '@mainstay/subgraph-kit';
import type { FindCaseCounts } from './case-count/case-count.facts.ts';
import { createContext } from './context.ts';
import { employmentFactsRoute } from './modules/employment/employment.internal.ts';
import { staffInPostRoute } from './modules/employment/employment.staff-in-post.ts';
import { modules } from './modules/index.ts';
import { surveyTools } from './survey-answering/survey-tools.ts';
import { surveyAnsweringRoutes } from './survey-answering/survey-answering.internal.ts';
import { Courier } from './survey-mail/courier.ts';
import type { MailSettings } from './survey-mail/mail-settings.ts';
import type { FetchUpload } from './upload/upload.content.ts';

export { caseCountsOf, type CaseCount, type FindCaseCounts } from './case-count/case-count.facts.ts';
export { openWorkforceDatabase, type OpenWorkforceDatabaseOptions } from './database.ts';
export type { RegistrationFact } from './modules/registration/registration.internal.ts';
export type { EmploymentFact } from './modules/employment/employment.internal.ts';
export { loadDemonstrationCensuses } from './modules/workforce-census/workforce-census.demonstration.ts';
export { loadDemonstration, type DemonstrationWorkforce } from './demonstration.ts';
export { loadDemonstrationSupport } from './demonstration-support.ts';
export { loadDemonstrationSurveys } from './survey-demonstration/survey-demonstration.ts';
export { mailSettings, type MailSettings } from './survey-mail/mail-settings.ts';
export type { Answered } from './survey-answering/survey-answering.internal.ts';
export { loadReferenceFigures } from './modules/published-figure/published-figure.reference.ts';
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
  /** Looks after the e-mails of surveys: how they go out, or null where none do. Nothing is looked after when left out. */
  mail?: MailSettings | null;
  logger?: Logger;
}): Subgraph {
  const { findCaseCounts, fetchUpload, secret, mail, database, clock, logger } = options;
  const surveys = surveyTools({ secret, sendsMail: mail !== undefined && mail !== null });
  const { seal } = surveys;
  const loggerOf = logger ? { logger } : {};
  const courier = mail === undefined ? null : new Courier({ database, clock, seal, mail, ...loggerOf });
  courier?.start();
  const internal = {
    ...surveyAnsweringRoutes({ database, clock, seal }),
    'employment-facts': employmentFactsRoute(options.database),
    'staff-in-post': staffInPostRoute(options.database, options.clock),
    'registration-facts': registrationFactsRoute(options.database),
  };
  return createSubgraph({
    ...options,
    name: 'workforce',
    modules,
    sharedSdl: ['measure', 'record'],
    createContext: (request) => createContext({ ...request, findCaseCounts, fetchUpload, surveys }),
    internal,
    onClose: async () => courier?.stop(),
  });
}
