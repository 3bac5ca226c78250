import type { Clock } from '@mainstay/primitives';
import type { Database, Db, TouchLog, Viewer } from '@mainstay/subgraph-kit';
import { knownHistoryLoader, type KnownHistoryLoader } from './history/known-history.loader.ts';
import { breakGlassLoader, type BreakGlassLoader } from './modules/break-glass/break-glass.loader.ts';
import { caseloadLoader, type CaseloadLoader } from './modules/caseload/caseload.loader.ts';
import type { CaseloadSources } from './modules/caseload/caseload.sources.ts';
import { staffingLoader, type StaffingLoader } from './modules/caseload/caseload.staffing.ts';
import { childNameLoader, type ChildNameLoader } from './modules/child-name/child-name.loader.ts';
import { childLoader, type ChildLoader } from './modules/child/child.loader.ts';
import { contractChildrenLoaders, type ContractChildrenLoaders } from './modules/child/child.contract-loader.ts';
import {
  episodeLoader,
  lookedAfterLoader,
  type EpisodeLoader,
  type LookedAfterLoader,
} from './modules/episode/episode.loader.ts';
import { handOverLoader, type HandOverLoader } from './modules/hand-over/hand-over.loader.ts';
import {
  reviewingOfficerLoader,
  type ReviewingOfficerLoader,
} from './modules/independent-reviewing-officer/independent-reviewing-officer.loader.ts';
import { importTallyLoader, type ImportTallyLoader } from './modules/import-903/import-903.tally-loader.ts';
import {
  breakdownLoader,
  measureLoader,
  type BreakdownLoader,
  type MeasureLoader,
} from './modules/indicator/indicator.loader.ts';
import {
  legalStatusLoader,
  legalStatusOnDayLoader,
  type LegalStatusLoader,
  type LegalStatusOnDayLoader,
} from './modules/legal-status/legal-status.loader.ts';
import {
  missingIncidentLoader,
  type MissingIncidentLoader,
} from './modules/missing-incident/missing-incident.loader.ts';
import { periodOfCareLoader, type PeriodOfCareLoader } from './modules/period-of-care/period-of-care.loader.ts';
import { placementMatchLoader, type PlacementMatchLoader } from './modules/placement-match/placement-match.loader.ts';
import {
  placementLoader,
  placementOnDayLoader,
  type PlacementLoader,
  type PlacementOnDayLoader,
} from './modules/placement/placement.loader.ts';
import { knownPlacementLoader, type KnownPlacementLoader } from './modules/placement/placement.known-loader.ts';
import { returnRowLoader, type ReturnRowLoader } from './modules/return-903/return-903.loader.ts';
import { returnChangeLoader, type ReturnChangeLoader } from './modules/return-change/return-change.loader.ts';
import { recordLoaders, type RecordLoaders } from './modules/record-loaders.ts';
import { restrictionLoaders, type RestrictionLoaders } from './modules/restriction/restriction.loader.ts';
import { reviewLoader, type ReviewLoader } from './modules/review/review.loader.ts';
import {
  leadProfessionalLoader,
  socialWorkerEpisodeLoader,
  type LeadProfessionalLoader,
  type SocialWorkerEpisodeLoader,
} from './modules/social-worker-episode/social-worker-episode.loader.ts';
import { leaverEffectLoader, type LeaverEffectLoader } from './modules/leaver-effect/leaver-effect.loader.ts';
import { reallocationLoaders, type ReallocationLoaders } from './modules/reallocation/reallocation.loader.ts';
import { needsLoader, type NeedsLoader } from './modules/needs/needs.loader.ts';
import { dutyLoader, type DutyLoader } from './modules/duty/duty.loader.ts';
import {
  placementArrangementLoader,
  type PlacementArrangementLoader,
} from './modules/placement-arrangement/placement-arrangement.loader.ts';
import { allocationSpanLoader, type AllocationSpanLoader } from './modules/continuity/continuity.loader.ts';
import { visitLoader, type VisitLoader } from './modules/visit/visit.loader.ts';

/** What the context of a request is made of. */
export interface Request {
  /** Who asks. */
  readonly viewer: Viewer;
  /** The request's own transaction: row-level security shows what the viewer may see. */
  readonly db: Db;
  readonly database: Database;
  readonly clock: Clock;
  /** What the workforce and contracts know and caseloads are judged by. */
  readonly sources: CaseloadSources;
  /** Takes down which children's records the request touches, for the audit. */
  readonly touched: TouchLog;
}

/** One loader for each kind of thing asked of many children at once. They live as long as the request. */
export interface Loaders extends RecordLoaders, ReallocationLoaders {
  readonly children: ChildLoader;
  readonly contractChildren: ContractChildrenLoaders;
  readonly episodes: EpisodeLoader;
  readonly lookedAfter: LookedAfterLoader;
  readonly placements: PlacementLoader;
  readonly placementOnDay: PlacementOnDayLoader;
  readonly legalStatuses: LegalStatusLoader;
  readonly legalStatusOnDay: LegalStatusOnDayLoader;
  readonly socialWorkerEpisodes: SocialWorkerEpisodeLoader;
  readonly leadProfessional: LeadProfessionalLoader;
  readonly reviews: ReviewLoader;
  readonly measures: MeasureLoader;
  readonly measuresBy: BreakdownLoader;
  readonly importTallies: ImportTallyLoader;
  readonly names: ChildNameLoader;
  readonly reviewingOfficers: ReviewingOfficerLoader;
  readonly restrictions: RestrictionLoaders;
  readonly breakGlasses: BreakGlassLoader;
  readonly visits: VisitLoader;
  readonly periodsOfCare: PeriodOfCareLoader;
  readonly allocationSpans: AllocationSpanLoader;
  readonly placementMatches: PlacementMatchLoader;
  readonly handOvers: HandOverLoader;
  readonly missingIncidents: MissingIncidentLoader;
  readonly returnChanges: ReturnChangeLoader;
  readonly returnRows: ReturnRowLoader;
  readonly knownHistories: KnownHistoryLoader;
  readonly knownPlacements: KnownPlacementLoader;
  readonly placementArrangements: PlacementArrangementLoader;
  readonly duties: DutyLoader;
  readonly needs: NeedsLoader;
  readonly caseloads: CaseloadLoader;
  readonly staffing: StaffingLoader;
  readonly leaverEffects: LeaverEffectLoader;
}

/** What every resolver of this subgraph is given. */
export interface Context extends Request {
  readonly loaders: Loaders;
}

/** The context of one request, with loaders of its own. */
export function createContext(request: Request): Context {
  const knownHistories = knownHistoryLoader(request);
  return {
    ...request,
    loaders: {
      children: childLoader(request),
      contractChildren: contractChildrenLoaders(request),
      episodes: episodeLoader(request),
      lookedAfter: lookedAfterLoader(request),
      placements: placementLoader(request),
      placementOnDay: placementOnDayLoader(request),
      legalStatuses: legalStatusLoader(request),
      legalStatusOnDay: legalStatusOnDayLoader(request),
      socialWorkerEpisodes: socialWorkerEpisodeLoader(request),
      leadProfessional: leadProfessionalLoader(request),
      reviews: reviewLoader(request),
      measures: measureLoader(request),
      measuresBy: breakdownLoader(request),
      importTallies: importTallyLoader(request),
      names: childNameLoader(request.db),
      reviewingOfficers: reviewingOfficerLoader(request),
      restrictions: restrictionLoaders(request),
      breakGlasses: breakGlassLoader(request),
      visits: visitLoader(request),
      ...recordLoaders(request),
      ...reallocationLoaders(request),
      periodsOfCare: periodOfCareLoader(request),
      allocationSpans: allocationSpanLoader(request),
      placementMatches: placementMatchLoader(request),
      handOvers: handOverLoader(request),
      missingIncidents: missingIncidentLoader(request),
      returnChanges: returnChangeLoader(request),
      returnRows: returnRowLoader(request),
      knownHistories,
      knownPlacements: knownPlacementLoader(request, knownHistories),
      placementArrangements: placementArrangementLoader(request),
      duties: dutyLoader(request),
      needs: needsLoader(request),
      caseloads: caseloadLoader(request),
      staffing: staffingLoader(request),
      leaverEffects: leaverEffectLoader(request),
    },
  };
}
