import type { ChildIndicator } from './indicator.ts';
import { adopted } from './adopted.ts';
import { away } from './away.ts';
import { convicted } from './convicted.ts';
import { dentalCheck } from './dental-check.ts';
import { developmentCheck } from './development-check.ts';
import { healthAssessment } from './health-assessment.ts';
import { immunised } from './immunised.ts';
import { leavers17To18InEducationEmploymentTraining } from './leavers-17-to-18-in-education-employment-training.ts';
import { leaversInEducationEmploymentTraining } from './leavers-in-education-employment-training.ts';
import { leaversNotInEducationEmploymentTraining } from './leavers-not-in-education-employment-training.ts';
import { leaversNotInTouch } from './leavers-not-in-touch.ts';
import { leaversSuitableAccommodation } from './leavers-suitable-accommodation.ts';
import { missing } from './missing.ts';
import { placedElsewhere } from './placed-elsewhere.ts';
import { placedForAdoption } from './placed-for-adoption.ts';
import { placedInChildrensHome } from './placed-in-childrens-home.ts';
import { placedInFosterCare } from './placed-in-foster-care.ts';
import { placedInOtherResidential } from './placed-in-other-residential.ts';
import { placedInSupportedAccommodation } from './placed-in-supported-accommodation.ts';
import { placedOver20Miles } from './placed-over-20-miles.ts';
import { placedWithParents } from './placed-with-parents.ts';
import { reEnteredWithinAYear } from './re-entered-within-a-year.ts';
import { returnedHome } from './returned-home.ts';
import { reviewsOnTime } from './reviews-on-time.ts';
import { reviewsTookPart } from './reviews-took-part.ts';
import { samePlacementTwoYears } from './same-placement-two-years.ts';
import { sameWorkerAllYear } from './same-worker-all-year.ts';
import { sdqAverage } from './sdq-average.ts';
import { sdqConcern } from './sdq-concern.ts';
import { sdqReturned } from './sdq-returned.ts';
import { specialGuardianship } from './special-guardianship.ts';
import { stayingPut } from './staying-put.ts';
import { substanceMisuse } from './substance-misuse.ts';
import { threeOrMorePlacements } from './three-or-more-placements.ts';
import { threeOrMorePlacementsInTwoYears } from './three-or-more-placements-in-two-years.ts';
import { threeOrMoreSocialWorkers } from './three-or-more-social-workers.ts';
import { visitsOnTime } from './visits-on-time.ts';
import { withoutAWorker } from './without-a-worker.ts';
import { workerContinuity } from './worker-continuity.ts';

/** The catalogue of indicators of children, in the order of the contract's articles. */
export const childIndicators: readonly ChildIndicator[] = [
  threeOrMorePlacements,
  threeOrMorePlacementsInTwoYears,
  samePlacementTwoYears,
  threeOrMoreSocialWorkers,
  sameWorkerAllYear,
  workerContinuity,
  withoutAWorker,
  visitsOnTime,
  reviewsOnTime,
  placedInFosterCare,
  placedForAdoption,
  placedWithParents,
  placedInChildrensHome,
  placedInSupportedAccommodation,
  placedInOtherResidential,
  placedElsewhere,
  adopted,
  specialGuardianship,
  returnedHome,
  reEnteredWithinAYear,
  healthAssessment,
  dentalCheck,
  immunised,
  developmentCheck,
  sdqReturned,
  sdqAverage,
  sdqConcern,
  substanceMisuse,
  placedOver20Miles,
  missing,
  away,
  convicted,
  reviewsTookPart,
  leaversInEducationEmploymentTraining,
  leavers17To18InEducationEmploymentTraining,
  leaversNotInEducationEmploymentTraining,
  leaversSuitableAccommodation,
  leaversNotInTouch,
  stayingPut,
];

const byCode = new Map(childIndicators.map((indicator) => [indicator.code, indicator]));

/** The indicator with this code, or undefined when the catalogue has none. */
export function childIndicator(code: string): ChildIndicator | undefined {
  return byCode.get(code);
}
