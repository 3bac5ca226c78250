import { isCollectedIn } from '../tables/tables.ts';
import { adoptedRules } from './adoption/adopted.rules.ts';
import { adopterRules } from './adoption/adopters.rules.ts';
import { adoptionDecisionRules } from './adoption/decisions.rules.ts';
import { adoptionOutcomeRules } from './adoption/outcome.rules.ts';
import { placedForAdoptionRules } from './adoption/placed.rules.ts';
import { agreesWithEpisodesRules } from './adoption/agrees-with-episodes.rules.ts';
import { ageRules } from './age-and-duration/age.rules.ts';
import { birthRules } from './age-and-duration/birth.rules.ts';
import { durationRules } from './age-and-duration/duration.rules.ts';
import { shortBreakRules } from './age-and-duration/short-break.rules.ts';
import { leaverAgeRules, leaverAnswerRules } from './care-leavers/leaver.rules.ts';
import { notInCareRules } from './care-leavers/not-in-care.rules.ts';
import { childCompletenessRules } from './completeness/child.rules.ts';
import { episodeCompletenessRules } from './completeness/episode.rules.ts';
import { healthCompletenessRules } from './completeness/health.rules.ts';
import { permanenceCompletenessRules } from './completeness/permanence.rules.ts';
import { orderRules } from './deprivation-of-liberty/orders.rules.ts';
import { episodeChangeRules } from './episode-sequence/changes.rules.ts';
import { episodeDateRules } from './episode-sequence/dates.rules.ts';
import { socialWorkerSequenceRules } from './episode-sequence/social-worker.rules.ts';
import { columnRules } from './formats/column.rules.ts';
import { valueRules } from './formats/value.rules.ts';
import { headerBirthRules, motherRules, pupilNumberRules } from './header/header.rules.ts';
import { healthRules, strengthsRules } from './health/health.rules.ts';
import { healthTogetherRules } from './health/together.rules.ts';
import { missingFromCareRules } from './missing/care.rules.ts';
import { incidentRules } from './missing/incidents.rules.ts';
import { fittingRules } from './placement/fitting.rules.ts';
import type { Rule } from './rule.ts';
import { socialWorkerReportingRules } from './social-workers/reporting.rules.ts';
import { duplicateRules } from './structural/duplicate.rules.ts';
import { headerKeptOut, headerRules } from './structural/header.rules.ts';
import { droppedRules } from './dropped/dropped.rules.ts';
import { droppedSocialWorkerRules } from './dropped/social-worker.rules.ts';
import { placeRules } from './placement/place.rules.ts';
import { postcodeRules } from './placement/postcode.rules.ts';
import { providerRules } from './placement/provider.rules.ts';
import { wholeReturnRules } from './whole-return/pupil-number.rules.ts';
import { adoptionComparingRules } from './year-on-year/adoption.rules.ts';
import { careLeaverComparingRules } from './year-on-year/care-leavers.rules.ts';
import { firstEpisodeRules } from './year-on-year/first-episode.rules.ts';
import { headerComparingRules } from './year-on-year/header.rules.ts';
import { unaccompaniedComparingRules } from './year-on-year/unaccompanied.rules.ts';
import { unclosedRules } from './year-on-year/unclosed.rules.ts';
import { unreadableRules, unusableRules } from './structural/reading.rules.ts';

/** The rules judged once rows that are unusable or there twice are set aside. */
export const ordinaryRules: readonly Rule[] = [
  ...unreadableRules,
  ...headerRules,
  ...columnRules,
  ...valueRules,
  ...episodeCompletenessRules,
  ...childCompletenessRules,
  ...healthCompletenessRules,
  ...permanenceCompletenessRules,
  ...episodeDateRules,
  ...episodeChangeRules,
  ...socialWorkerSequenceRules,
  ...agreesWithEpisodesRules,
  ...ageRules,
  ...birthRules,
  ...durationRules,
  ...shortBreakRules,
  ...motherRules,
  ...headerBirthRules,
  ...pupilNumberRules,
  ...strengthsRules,
  ...healthRules,
  ...healthTogetherRules,
  ...leaverAnswerRules,
  ...leaverAgeRules,
  ...notInCareRules,
  ...adoptedRules,
  ...adopterRules,
  ...adoptionDecisionRules,
  ...adoptionOutcomeRules,
  ...placedForAdoptionRules,
  ...incidentRules,
  ...missingFromCareRules,
  ...orderRules,
  ...socialWorkerReportingRules,
  ...fittingRules,
  ...placeRules,
  ...postcodeRules,
  ...providerRules,
  ...wholeReturnRules,
  ...headerComparingRules,
  ...unaccompaniedComparingRules,
  ...firstEpisodeRules,
  ...adoptionComparingRules,
  ...unclosedRules,
  ...careLeaverComparingRules,
  ...droppedRules,
  ...droppedSocialWorkerRules,
];

/** Every rule that is built, the platform's own included. */
export const rules: readonly Rule[] = [...unusableRules, ...duplicateRules, ...ordinaryRules, headerKeptOut];

/** The rules that belong to the return of `year`. */
export function rulesFor(year: number): readonly Rule[] {
  return rules.filter((rule) => isActive(rule, year));
}

/** True when a rule belongs to the return of `year`: its own years, and those of every table it speaks of. */
export function isActive(rule: Rule, year: number): boolean {
  const isInYears = (rule.from ?? year) <= year && year <= (rule.to ?? year);
  return isInYears && rule.tables.every((table) => isCollectedIn(table, year));
}
