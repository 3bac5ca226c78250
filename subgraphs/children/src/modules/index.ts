import type { EntitySchema } from 'typeorm';
import type { SubgraphModule } from '@mainstay/subgraph-kit';
import { allocationEntity } from './allocation/allocation.entity.ts';
import { annexAModule } from './annex-a/annex-a.module.ts';
import { breakGlassModule } from './break-glass/break-glass.module.ts';
import { careLeaverEntity } from './care-leaver/care-leaver.entity.ts';
import { childNameModule } from './child-name/child-name.module.ts';
import { childModule } from './child/child.module.ts';
import { episodeModule } from './episode/episode.module.ts';
import type { ImportContext } from './import-903/import-903.context.ts';
import { import903Module } from './import-903/import-903.module.ts';
import { independentReviewingOfficerModule } from './independent-reviewing-officer/independent-reviewing-officer.module.ts';
import { handOverModule } from './hand-over/hand-over.module.ts';
import { indicatorModule } from './indicator/indicator.module.ts';
import { inspectionSampleModule } from './inspection-sample/inspection-sample.module.ts';
import { legalStatusModule } from './legal-status/legal-status.module.ts';
import { periodOfCareModule } from './period-of-care/period-of-care.module.ts';
import { placementMatchModule } from './placement-match/placement-match.module.ts';
import { missingIncidentModule } from './missing-incident/missing-incident.module.ts';
import { placementModule } from './placement/placement.module.ts';
import { postcodeModule } from './postcode/postcode.module.ts';
import { restrictionModule } from './restriction/restriction.module.ts';
import { returnChangeModule } from './return-change/return-change.module.ts';
import { returnCheckModule } from './return-check/return-check.module.ts';
import { return903Module } from './return-903/return-903.module.ts';
import { reviewModule } from './review/review.module.ts';
import { socialWorkerEpisodeModule } from './social-worker-episode/social-worker-episode.module.ts';
import { providerListModule } from './provider-list/provider-list.module.ts';
import { recordModule } from './record/record.module.ts';
import { uploadChunkEntity, uploadEntity } from './upload/upload.entity.ts';
import { yearOutcomeEntity } from './year-outcome/year-outcome.entity.ts';
import { visitModule } from './visit/visit.module.ts';
import { carePlanModule } from './care-plan/care-plan.module.ts';
import { decisionModule } from './decision/decision.module.ts';
import { reviewMeetingModule } from './review-meeting/review-meeting.module.ts';
import { voiceModule } from './voice/voice.module.ts';
import { profileModule } from './profile/profile.module.ts';
import { siblingModule } from './sibling/sibling.module.ts';
import { contactPlanModule } from './contact-plan/contact-plan.module.ts';
import { contactModule } from './contact/contact.module.ts';
import { healthEventModule } from './health-event/health-event.module.ts';
import { healthRegistrationModule } from './health-registration/health-registration.module.ts';
import { schoolPlaceModule } from './school-place/school-place.module.ts';
import { schoolAttendanceModule } from './school-attendance/school-attendance.module.ts';
import { schoolExclusionModule } from './school-exclusion/school-exclusion.module.ts';
import { educationPlanModule } from './education-plan/education-plan.module.ts';
import { attainmentModule } from './attainment/attainment.module.ts';
import { specialEducationalNeedModule } from './special-educational-need/special-educational-need.module.ts';
import { safetyEventModule } from './safety-event/safety-event.module.ts';
import { specialistSupportModule } from './specialist-support/specialist-support.module.ts';
import { contributionModule } from './contribution/contribution.module.ts';
import { offendingOutcomeModule } from './offending-outcome/offending-outcome.module.ts';
import { returnInterviewModule } from './return-interview/return-interview.module.ts';
import { leavingCareModule } from './leaving-care/leaving-care.module.ts';
import { chronologyModule } from './chronology/chronology.module.ts';
import { continuityModule } from './continuity/continuity.module.ts';
import { dutyModule } from './duty/duty.module.ts';
import { placementArrangementModule } from './placement-arrangement/placement-arrangement.module.ts';
import { caseloadModule } from './caseload/caseload.module.ts';
import { leaverEffectModule } from './leaver-effect/leaver-effect.module.ts';
import { leavingForecastModule } from './leaving-forecast/leaving-forecast.module.ts';
import { needsModule } from './needs/needs.module.ts';
import { reallocationModule } from './reallocation/reallocation.module.ts';
import { workerChangesModule } from './worker-changes/worker-changes.module.ts';
import { summaryModule } from './summary/summary.module.ts';
import { adoptionDecisionModule } from './adoption-decision/adoption-decision.module.ts';

/** The concepts of this subgraph that have a part in the graph: its table of contents. */
export const modules: readonly SubgraphModule<ImportContext>[] = [
  childModule,
  episodeModule,
  placementModule,
  legalStatusModule,
  socialWorkerEpisodeModule,
  reviewModule,
  indicatorModule,
  return903Module,
  import903Module,
  postcodeModule,
  providerListModule,
  returnCheckModule,
  childNameModule,
  restrictionModule,
  independentReviewingOfficerModule,
  inspectionSampleModule,
  breakGlassModule,
  recordModule,
  annexAModule,
  returnChangeModule,
  periodOfCareModule,
  placementMatchModule,
  handOverModule,
  missingIncidentModule,
  visitModule,
  carePlanModule,
  reviewMeetingModule,
  decisionModule,
  voiceModule,
  profileModule,
  siblingModule,
  contactPlanModule,
  contactModule,
  healthEventModule,
  healthRegistrationModule,
  schoolPlaceModule,
  schoolAttendanceModule,
  schoolExclusionModule,
  educationPlanModule,
  attainmentModule,
  specialEducationalNeedModule,
  safetyEventModule,
  specialistSupportModule,
  contributionModule,
  offendingOutcomeModule,
  returnInterviewModule,
  leavingCareModule,
  adoptionDecisionModule,
  placementArrangementModule,
  dutyModule,
  continuityModule,
  summaryModule,
  chronologyModule,
  needsModule,
  caseloadModule,
  leavingForecastModule,
  reallocationModule,
  leaverEffectModule,
  workerChangesModule,
];

/** The concepts that have no part in the graph, by their folders, with their tables. */
export const conceptsWithoutGraph: Readonly<Record<string, readonly EntitySchema[]>> = {
  allocation: [allocationEntity],
  'care-leaver': [careLeaverEntity],
  'case-count': [],
  'misuse-facts': [],
  'recorded-outcome': [],
  upload: [uploadEntity, uploadChunkEntity],
  'viewer-relationships': [],
  'year-outcome': [yearOutcomeEntity],
};
