import type { ChildIndicator } from './indicator.ts';
import { adopted } from './adopted.ts';
import { away } from './away.ts';
import { contactWithFamily } from './contact-with-family.ts';
import { contentWithContact } from './content-with-contact.ts';
import { contentWithHealth } from './content-with-health.ts';
import { contentWithPlacement } from './content-with-placement.ts';
import { contentWithProspects } from './content-with-prospects.ts';
import { contentWithSafety } from './content-with-safety.ts';
import { contentWithSchoolAndLeisure } from './content-with-school-and-leisure.ts';
import { contentWithStability } from './content-with-stability.ts';
import { contentWithTakingPart } from './content-with-taking-part.ts';
import { contentWithWorker } from './content-with-worker.ts';
import { convicted } from './convicted.ts';
import { dentalCheck } from './dental-check.ts';
import { developmentCheck } from './development-check.ts';
import { excludedFromSchool } from './excluded-from-school.ts';
import { healthAssessment } from './health-assessment.ts';
import { immunised } from './immunised.ts';
import { leavers17To18InEducationEmploymentTraining } from './leavers-17-to-18-in-education-employment-training.ts';
import { leaversInEducationEmploymentTraining } from './leavers-in-education-employment-training.ts';
import { leaversNotInEducationEmploymentTraining } from './leavers-not-in-education-employment-training.ts';
import { leaversNotInTouch } from './leavers-not-in-touch.ts';
import { leaversSuitableAccommodation } from './leavers-suitable-accommodation.ts';
import { missing } from './missing.ts';
import { pathwayPlanAgreed } from './pathway-plan-agreed.ts';
import { placedElsewhere } from './placed-elsewhere.ts';
import { placedForAdoption } from './placed-for-adoption.ts';
import { placedInChildrensHome } from './placed-in-childrens-home.ts';
import { placedInFosterCare } from './placed-in-foster-care.ts';
import { placedInOtherResidential } from './placed-in-other-residential.ts';
import { placedInSupportedAccommodation } from './placed-in-supported-accommodation.ts';
import { placedOver20Miles } from './placed-over-20-miles.ts';
import { placedWithParents } from './placed-with-parents.ts';
import { reEnteredWithinAYear } from './re-entered-within-a-year.ts';
import { registeredWithADentist } from './registered-with-a-dentist.ts';
import { registeredWithADoctor } from './registered-with-a-doctor.ts';
import { returnedHome } from './returned-home.ts';
import { reviewsOnTime } from './reviews-on-time.ts';
import { reviewsTookPart } from './reviews-took-part.ts';
import { samePlacementTwoYears } from './same-placement-two-years.ts';
import { sameWorkerAllYear } from './same-worker-all-year.ts';
import { schoolMoves } from './school-moves.ts';
import { sdqAverage } from './sdq-average.ts';
import { sdqConcern } from './sdq-concern.ts';
import { sdqReturned } from './sdq-returned.ts';
import { seenAlone } from './seen-alone.ts';
import { specialGuardianship } from './special-guardianship.ts';
import { stayingPut } from './staying-put.ts';
import { substanceMisuse } from './substance-misuse.ts';
import { takesPart } from './takes-part.ts';
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
  contactWithFamily,
  seenAlone,
  contentWithStability,
  contentWithWorker,
  contentWithPlacement,
  contentWithContact,
  healthAssessment,
  dentalCheck,
  immunised,
  developmentCheck,
  sdqReturned,
  sdqAverage,
  sdqConcern,
  substanceMisuse,
  registeredWithADoctor,
  registeredWithADentist,
  contentWithHealth,
  placedOver20Miles,
  missing,
  away,
  contentWithSafety,
  schoolMoves,
  excludedFromSchool,
  contentWithSchoolAndLeisure,
  convicted,
  takesPart,
  contentWithTakingPart,
  reviewsTookPart,
  leaversInEducationEmploymentTraining,
  leavers17To18InEducationEmploymentTraining,
  leaversNotInEducationEmploymentTraining,
  leaversSuitableAccommodation,
  leaversNotInTouch,
  stayingPut,
  pathwayPlanAgreed,
  contentWithProspects,
];

const byCode = new Map(childIndicators.map((indicator) => [indicator.code, indicator]));

/** The indicator with this code, or undefined when the catalogue has none. */
export function childIndicator(code: string): ChildIndicator | undefined {
  return byCode.get(code);
}
