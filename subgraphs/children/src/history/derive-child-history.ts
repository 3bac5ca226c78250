import type { TableName } from '@mainstay/ssda903';
import { deriveCareLeavers, type DerivedCareLeaver } from '../modules/care-leaver/care-leaver.derivation.ts';
import { deriveChild, type DerivedChild } from '../modules/child/child.derivation.ts';
import { deriveEpisodes, type DerivedEpisode } from '../modules/episode/episode.derivation.ts';
import { deriveLegalStatuses, type DerivedLegalStatusPeriod } from '../modules/legal-status/legal-status.derivation.ts';
import {
  deriveMissingIncidents,
  type DerivedMissingIncident,
} from '../modules/missing-incident/missing-incident.derivation.ts';
import { derivePeriodsOfCare, type DerivedPeriodOfCare } from '../modules/period-of-care/period-of-care.derivation.ts';
import { derivePlacements, type DerivedPlacement } from '../modules/placement/placement.derivation.ts';
import { deriveYearOutcomes, type DerivedYearOutcome } from '../modules/year-outcome/year-outcome.derivation.ts';
import { deriveReviews, type DerivedReview } from '../modules/review/review.derivation.ts';
import {
  deriveSocialWorkerEpisodes,
  type DerivedSocialWorkerEpisode,
} from '../modules/social-worker-episode/social-worker-episode.derivation.ts';
import type { ChildReturns } from './child-returns.ts';

/** The tables of a return that a child's history is derived from; the others are held and written back. */
export const TABLES_OF_HISTORY: readonly TableName[] = [
  'Header',
  'Episodes',
  'Reviews',
  'UASC',
  'OC3',
  'SWEpisodes',
  'Missing',
  'OC2',
];

/** Everything that is worked out about one child from the returns. */
export interface ChildHistory {
  readonly child: DerivedChild;
  readonly episodes: readonly DerivedEpisode[];
  readonly periodsOfCare: readonly DerivedPeriodOfCare[];
  readonly placements: readonly DerivedPlacement[];
  readonly legalStatuses: readonly DerivedLegalStatusPeriod[];
  readonly socialWorkerEpisodes: readonly DerivedSocialWorkerEpisode[];
  readonly reviews: readonly DerivedReview[];
  readonly careLeavers: readonly DerivedCareLeaver[];
  readonly missingIncidents: readonly DerivedMissingIncident[];
  readonly yearOutcomes: readonly DerivedYearOutcome[];
}

/**
 * The child's history from the returns of all years, whatever order they were loaded in. A pure function: the same
 * returns always give the same history. Null when no return's Header names the child.
 */
export function deriveChildHistory({ rows, loadedYears }: ChildReturns): ChildHistory | null {
  const child = deriveChild(rows);
  if (!child) return null;
  const episodes = deriveEpisodes(rows.get('Episodes') ?? [], loadedYears.get('Episodes') ?? []);
  return {
    child,
    episodes,
    periodsOfCare: derivePeriodsOfCare(episodes),
    placements: derivePlacements(episodes),
    legalStatuses: deriveLegalStatuses(episodes),
    socialWorkerEpisodes: deriveSocialWorkerEpisodes(rows.get('SWEpisodes') ?? [], loadedYears.get('SWEpisodes') ?? []),
    reviews: deriveReviews(rows.get('Reviews') ?? []),
    careLeavers: deriveCareLeavers(rows.get('OC3') ?? []),
    missingIncidents: deriveMissingIncidents(rows.get('Missing') ?? []),
    yearOutcomes: deriveYearOutcomes(rows.get('OC2') ?? []),
  };
}
