import { CreateReturn9031795305600000 } from './1795305600000-create-return-row-and-return-table.ts';
import { CreateImport9031795305600001 } from './1795305600001-create-import-903-return-fault-and-upload.ts';
import { CreateAllocation1795305600002 } from './1795305600002-create-allocation-and-postcode.ts';
import { CreateChild1795305600003 } from './1795305600003-create-child-and-episode.ts';
import { CreatePlacement1795305600004 } from './1795305600004-create-placement-and-period-of-care.ts';
import { CreateReview1795305600005 } from './1795305600005-create-review-social-worker-episode-and-care-leaver.ts';
import { KeepAccess1795305600006 } from './1795305600006-add-child-access-triggers.ts';
import { CreateFeedCursor1795305600007 } from './1795305600007-create-feed-cursor.ts';
import { AddInstantsAndFunctionsToAccess1795305600100 } from './1795305600100-add-instants-and-functions-to-access.ts';
import { CreateImport903Child1795305600102 } from './1795305600102-create-import-903-child.ts';
import { AddChildIdToReturn1795305600101 } from './1795305600101-add-child-id-to-return-row-and-return-fault.ts';
import { CreateRestriction1795305600120 } from './1795305600120-create-restriction.ts';
import { CreateIndependentReviewingOfficer1795305600121 } from './1795305600121-create-independent-reviewing-officer-and-inspection-sample.ts';
import { CreateBreakGlass1795305600122 } from './1795305600122-create-break-glass.ts';
import { CreateChildName1795305600123 } from './1795305600123-create-child-name.ts';
import { CreateVisit1795305600130 } from './1795305600130-create-visit.ts';
import { AddLaWorkerToBreakGlass1795305600131 } from './1795305600131-add-la-worker-to-break-glass.ts';
import { AddRecordedRows1795305600140 } from './1795305600140-add-recorded-rows-to-return.ts';
import { CreatePlacementMatch1795305600141 } from './1795305600141-create-placement-match-hand-over-and-missing-incident.ts';
import { IndexRecordedRows1795305600142 } from './1795305600142-index-return-row-recorded.ts';
import { CreateCarePlan1795305600150 } from './1795305600150-create-care-plan.ts';
import { CreateReviewMeeting1795305600151 } from './1795305600151-create-review-meeting.ts';
import { CreateDecision1795305600152 } from './1795305600152-create-decision.ts';
import { CreateVoice1795305600153 } from './1795305600153-create-voice.ts';
import { CreateProfile1795305600160 } from './1795305600160-create-profile-and-sibling.ts';
import { CreateContact1795305600161 } from './1795305600161-create-contact-plan-and-contact.ts';
import { CreateHealth1795305600162 } from './1795305600162-create-health-event-and-health-registration.ts';
import { CreateSchool1795305600163 } from './1795305600163-create-school-place-attendance-and-exclusion.ts';
import { CreateEducation1795305600164 } from './1795305600164-create-education-plan-attainment-and-special-educational-need.ts';
import { CreateSafety1795305600165 } from './1795305600165-create-safety-event-specialist-support-and-return-interview.ts';
import { CreateContribution1795305600166 } from './1795305600166-create-contribution-and-offending-outcome.ts';
import { CreateLeavingCare1795305600167 } from './1795305600167-create-leaving-care.ts';
import { CreateAdoptionDecision1795305600168 } from './1795305600168-create-adoption-decision.ts';
import { IndexSibling1795305600169 } from './1795305600169-index-sibling-by-other-child.ts';
import { CreatePlacementArrangement1795305600170 } from './1795305600170-create-placement-arrangement.ts';
import { CreateDuty1795305600171 } from './1795305600171-create-duty.ts';
import { CreateYearOutcome1795305600185 } from './1795305600185-create-year-outcome.ts';
import { CreateProviderList1795305600192 } from './1795305600192-create-provider-list.ts';
import { CreateReturnCheck1795305600193 } from './1795305600193-create-return-check.ts';
import { IndexChildByHistoryVersion1795305600194 } from './1795305600194-index-child-by-history-version-and-header-by-upn.ts';

/** Every migration of the children's database, oldest first. A migration that has been merged never changes. */
export const migrations = [
  CreateReturn9031795305600000,
  CreateImport9031795305600001,
  CreateAllocation1795305600002,
  CreateChild1795305600003,
  CreatePlacement1795305600004,
  CreateReview1795305600005,
  KeepAccess1795305600006,
  CreateFeedCursor1795305600007,
  AddInstantsAndFunctionsToAccess1795305600100,
  AddChildIdToReturn1795305600101,
  CreateImport903Child1795305600102,
  CreateRestriction1795305600120,
  CreateIndependentReviewingOfficer1795305600121,
  CreateBreakGlass1795305600122,
  CreateChildName1795305600123,
  CreateVisit1795305600130,
  AddLaWorkerToBreakGlass1795305600131,
  AddRecordedRows1795305600140,
  CreatePlacementMatch1795305600141,
  IndexRecordedRows1795305600142,
  CreateCarePlan1795305600150,
  CreateReviewMeeting1795305600151,
  CreateDecision1795305600152,
  CreateVoice1795305600153,
  CreateProfile1795305600160,
  CreateContact1795305600161,
  CreateHealth1795305600162,
  CreateSchool1795305600163,
  CreateEducation1795305600164,
  CreateSafety1795305600165,
  CreateContribution1795305600166,
  CreateLeavingCare1795305600167,
  CreateAdoptionDecision1795305600168,
  IndexSibling1795305600169,
  CreatePlacementArrangement1795305600170,
  CreateDuty1795305600171,
  CreateYearOutcome1795305600185,
  CreateProviderList1795305600192,
  CreateReturnCheck1795305600193,
  IndexChildByHistoryVersion1795305600194,
];
