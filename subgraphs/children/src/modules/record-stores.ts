import type { RecordStore } from '../record/record-store.ts';
import type { RecordedRow } from '../record/recorded-row.ts';
import { handOverStore } from './hand-over/hand-over.store.ts';
import { placementMatchStore } from './placement-match/placement-match.store.ts';
import { placementArrangementStore } from './placement-arrangement/placement-arrangement.store.ts';
import { visitStore } from './visit/visit.store.ts';
import { profileStore } from './profile/profile.store.ts';
import { siblingStore } from './sibling/sibling.store.ts';
import { contactPlanStore } from './contact-plan/contact-plan.store.ts';
import { contactStore } from './contact/contact.store.ts';
import { healthEventStore } from './health-event/health-event.store.ts';
import { healthRegistrationStore } from './health-registration/health-registration.store.ts';
import { schoolPlaceStore } from './school-place/school-place.store.ts';
import { schoolAttendanceStore } from './school-attendance/school-attendance.store.ts';
import { schoolExclusionStore } from './school-exclusion/school-exclusion.store.ts';
import { educationPlanStore } from './education-plan/education-plan.store.ts';
import { attainmentStore } from './attainment/attainment.store.ts';
import { specialEducationalNeedStore } from './special-educational-need/special-educational-need.store.ts';
import { safetyEventStore } from './safety-event/safety-event.store.ts';
import { specialistSupportStore } from './specialist-support/specialist-support.store.ts';
import { contributionStore } from './contribution/contribution.store.ts';
import { offendingOutcomeStore } from './offending-outcome/offending-outcome.store.ts';
import { returnInterviewStore } from './return-interview/return-interview.store.ts';
import { leavingCareStore } from './leaving-care/leaving-care.store.ts';
import { adoptionDecisionStore } from './adoption-decision/adoption-decision.store.ts';
import { carePlanStore } from './care-plan/care-plan.store.ts';
import { decisionStore } from './decision/decision.store.ts';
import { reviewConcernStore, reviewDecisionStore, reviewMeetingStore } from './review-meeting/review-meeting.store.ts';
import { voicePromiseStore, voiceStore } from './voice/voice.store.ts';

/** Every store of recorded facts, in the order of the record's parts. */
const stores = [
  visitStore,
  placementMatchStore,
  placementArrangementStore,
  handOverStore,
  profileStore,
  siblingStore,
  contactPlanStore,
  contactStore,
  healthEventStore,
  healthRegistrationStore,
  schoolPlaceStore,
  schoolAttendanceStore,
  schoolExclusionStore,
  educationPlanStore,
  attainmentStore,
  specialEducationalNeedStore,
  safetyEventStore,
  specialistSupportStore,
  contributionStore,
  offendingOutcomeStore,
  returnInterviewStore,
  leavingCareStore,
  adoptionDecisionStore,
  carePlanStore,
  reviewMeetingStore,
  reviewDecisionStore,
  reviewConcernStore,
  decisionStore,
  voiceStore,
  voicePromiseStore,
] as unknown as readonly RecordStore<RecordedRow>[];

/** The stores by kind: what `withdrawRecord` finds an entry's table with. */
export function recordStores(): ReadonlyMap<string, RecordStore<RecordedRow>> {
  return new Map(stores.map((store) => [store.kind, store]));
}
