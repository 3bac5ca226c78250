import type { Clock, PlainDate } from '@mainstay/primitives';
import type { Database, Db, Loading, Measure, TouchLog, Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { FindCaseCounts } from './case-count/case-count.facts.ts';
import { createEmploymentLoaders, type EmploymentLoaders } from './modules/employment/employment.loader.ts';
import {
  createPublishedFigureLoaders,
  type PublishedFigureLoaders,
} from './modules/published-figure/published-figure.loader.ts';
import { createStaffMeasureLoader, type StaffMeasureKey } from './modules/staff-indicator/staff-indicator.loader.ts';
import { createSurveyLoaders, type SurveyLoaders } from './modules/survey/survey.loader.ts';
import { createWorkerLoaders, type WorkerLoaders } from './modules/worker/worker.loader.ts';
import type { SurveyTools } from './survey-answering/survey-tools.ts';
import { createSupportLoaders, type SupportLoaders } from './record/support-loaders.ts';
import type { FetchUpload } from './upload/upload.content.ts';
import { createDesignationLoader, type DesignationLoader } from './modules/designation/designation.loader.ts';
import { createPostLoaders, type PostLoaders } from './modules/post/post.loader.ts';
import { createRegistrationLoaders, type RegistrationLoaders } from './modules/registration/registration.loader.ts';
import { createStaffingLoader, type StaffingLoader } from './modules/staffing/staffing.loader.ts';
import {
  createWorkforceCensusLoaders,
  type WorkforceCensusLoaders,
} from './modules/workforce-census/workforce-census.loader.ts';
import { createTransferLoader, type TransferLoader } from './modules/transfer/transfer.loader.ts';

/** What every resolver of this subgraph is given; made anew for each request. */
export interface Context extends Loading {
  /** The day on which the request is answered. */
  readonly today: PlainDate;
  /** Says how many children each worker leads: the children subgraph counts them. */
  readonly findCaseCounts: FindCaseCounts;
  /** Fetches files that were sent: the children subgraph keeps them. */
  readonly fetchUpload: FetchUpload;
  /** For what is made as the platform itself, and for figures. */
  readonly database: Pick<Database, 'figures' | 'service'>;
  readonly clock: Clock;
  /** What surveys are sealed and sent with. */
  readonly surveys: SurveyTools;
  readonly loaders: WorkerLoaders &
    PostLoaders &
    RegistrationLoaders &
    SurveyLoaders &
    WorkforceCensusLoaders &
    EmploymentLoaders &
    PublishedFigureLoaders &
    SupportLoaders & {
      readonly designations: DesignationLoader;
      readonly staffing: StaffingLoader;
      readonly transfers: TransferLoader;
      readonly staffMeasure: DataLoader<StaffMeasureKey, Measure, string>;
    };
}

/** What a context is made of. */
export interface ContextInput {
  readonly viewer: Viewer;
  readonly db: Db;
  readonly database: Pick<Database, 'figures' | 'service'>;
  readonly clock: Clock;
  readonly touched: TouchLog;
  readonly findCaseCounts: FindCaseCounts;
  readonly fetchUpload: FetchUpload;
  readonly surveys: SurveyTools;
}

/** The context of one request. */
export function createContext(input: ContextInput): Context {
  const { viewer, db, database, clock, touched, findCaseCounts, fetchUpload, surveys } = input;
  const today = clock.today();
  const loading = { viewer, db, moment: { today, now: clock.now() }, touched };
  const loaders = {
    ...createWorkerLoaders(loading),
    ...createEmploymentLoaders(loading),
    ...createPublishedFigureLoaders(loading),
    ...createSupportLoaders({ ...loading, database }),
    ...createSurveyLoaders(loading),
    ...createWorkforceCensusLoaders(loading),
    ...createPostLoaders(loading),
    ...createRegistrationLoaders(loading),
    designations: createDesignationLoader(loading),
    staffing: createStaffingLoader(loading),
    transfers: createTransferLoader(loading),
    staffMeasure: createStaffMeasureLoader({ viewer, db, database, today, findCaseCounts }),
  };
  return { ...loading, today, findCaseCounts, fetchUpload, surveys, database, clock, loaders };
}
