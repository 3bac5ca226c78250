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
];
