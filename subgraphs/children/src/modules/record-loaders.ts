import { carePlanLoaders, type CarePlanLoaders } from './care-plan/care-plan.loader.ts';
import { decisionLoaders, type DecisionLoaders } from './decision/decision.loader.ts';
import { reviewMeetingLoaders, type ReviewMeetingLoaders } from './review-meeting/review-meeting.loader.ts';
import { voiceLoaders, type VoiceLoaders } from './voice/voice.loader.ts';
import { adoptionDecisionLoader, type AdoptionDecisionLoader } from './adoption-decision/adoption-decision.loader.ts';
import { attainmentLoader, type AttainmentLoader } from './attainment/attainment.loader.ts';
import { contactLoader, type ContactLoader } from './contact/contact.loader.ts';
import { contactPlanLoader, type ContactPlanLoader } from './contact-plan/contact-plan.loader.ts';
import { contributionLoader, type ContributionLoader } from './contribution/contribution.loader.ts';
import { educationPlanLoader, type EducationPlanLoader } from './education-plan/education-plan.loader.ts';
import { healthEventLoader, type HealthEventLoader } from './health-event/health-event.loader.ts';
import {
  healthRegistrationLoader,
  type HealthRegistrationLoader,
} from './health-registration/health-registration.loader.ts';
import { leavingCareLoader, type LeavingCareLoader } from './leaving-care/leaving-care.loader.ts';
import { offendingOutcomeLoader, type OffendingOutcomeLoader } from './offending-outcome/offending-outcome.loader.ts';
import { profileLoader, type ProfileLoader } from './profile/profile.loader.ts';
import { returnInterviewLoader, type ReturnInterviewLoader } from './return-interview/return-interview.loader.ts';
import { safetyEventLoader, type SafetyEventLoader } from './safety-event/safety-event.loader.ts';
import { schoolAttendanceLoader, type SchoolAttendanceLoader } from './school-attendance/school-attendance.loader.ts';
import { schoolExclusionLoader, type SchoolExclusionLoader } from './school-exclusion/school-exclusion.loader.ts';
import { schoolPlaceLoader, type SchoolPlaceLoader } from './school-place/school-place.loader.ts';
import { siblingLoader, type SiblingLoader } from './sibling/sibling.loader.ts';
import {
  specialEducationalNeedLoader,
  type SpecialEducationalNeedLoader,
} from './special-educational-need/special-educational-need.loader.ts';
import {
  specialistSupportLoader,
  type SpecialistSupportLoader,
} from './specialist-support/specialist-support.loader.ts';
import type { RequestForRows } from './rows-of-children.ts';

/** A loader for each kind of fact of a child's life that people record: they answer what is known now, or was known then. */
export interface RecordLoaders {
  readonly profiles: ProfileLoader;
  readonly siblings: SiblingLoader;
  readonly contactPlans: ContactPlanLoader;
  readonly contacts: ContactLoader;
  readonly healthEvents: HealthEventLoader;
  readonly healthRegistrations: HealthRegistrationLoader;
  readonly schoolPlaces: SchoolPlaceLoader;
  readonly schoolAttendances: SchoolAttendanceLoader;
  readonly schoolExclusions: SchoolExclusionLoader;
  readonly educationPlans: EducationPlanLoader;
  readonly attainments: AttainmentLoader;
  readonly specialEducationalNeeds: SpecialEducationalNeedLoader;
  readonly safetyEvents: SafetyEventLoader;
  readonly specialistSupports: SpecialistSupportLoader;
  readonly contributions: ContributionLoader;
  readonly offendingOutcomes: OffendingOutcomeLoader;
  readonly returnInterviews: ReturnInterviewLoader;
  readonly leavingCare: LeavingCareLoader;
  readonly adoptionDecisions: AdoptionDecisionLoader;
  readonly carePlans: CarePlanLoaders;
  readonly reviewMeetings: ReviewMeetingLoaders;
  readonly decisions: DecisionLoaders;
  readonly voices: VoiceLoaders;
}

/** The loaders of one request. */
export function recordLoaders(request: RequestForRows): RecordLoaders {
  return {
    profiles: profileLoader(request),
    siblings: siblingLoader(request),
    contactPlans: contactPlanLoader(request),
    contacts: contactLoader(request),
    healthEvents: healthEventLoader(request),
    healthRegistrations: healthRegistrationLoader(request),
    schoolPlaces: schoolPlaceLoader(request),
    schoolAttendances: schoolAttendanceLoader(request),
    schoolExclusions: schoolExclusionLoader(request),
    educationPlans: educationPlanLoader(request),
    attainments: attainmentLoader(request),
    specialEducationalNeeds: specialEducationalNeedLoader(request),
    safetyEvents: safetyEventLoader(request),
    specialistSupports: specialistSupportLoader(request),
    contributions: contributionLoader(request),
    offendingOutcomes: offendingOutcomeLoader(request),
    returnInterviews: returnInterviewLoader(request),
    leavingCare: leavingCareLoader(request),
    adoptionDecisions: adoptionDecisionLoader(request),
    carePlans: carePlanLoaders(request),
    reviewMeetings: reviewMeetingLoaders(request),
    decisions: decisionLoaders(request),
    voices: voiceLoaders(request),
  };
}
