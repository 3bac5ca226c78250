import { CreateWorkerAndRegistration1795305600000 } from './1795305600000-create-worker-and-registration.ts';
import { CreateEmployment1795305600001 } from './1795305600001-create-employment.ts';
import { GuardByNamedChildrenAndRoles1795305600100 } from './1795305600100-guard-by-named-children-and-roles.ts';
import { VersionRegistrationAndWorker1795305600103 } from './1795305600103-version-registration-and-worker.ts';
import { VersionEmployment1795305600104 } from './1795305600104-version-employment.ts';
import { CreatePostAndDesignation1795305600105 } from './1795305600105-create-post-and-designation.ts';
import { CreateTransfer1795305600106 } from './1795305600106-create-transfer.ts';
import { CreateStaffExpectation1795305600110 } from './1795305600110-create-staff-expectation.ts';
import { CreateAbsence1795305600111 } from './1795305600111-create-absence.ts';
import { CreateSupervision1795305600112 } from './1795305600112-create-supervision.ts';
import { CreateTraining1795305600113 } from './1795305600113-create-training.ts';
import { CreateTimeDiary1795305600114 } from './1795305600114-create-time-diary.ts';
import { CreatePublishedFigure1795305600120 } from './1795305600120-create-published-figure.ts';
import { CreateWorkforceCensus1795305600130 } from './1795305600130-create-workforce-census.ts';
import { CreateSurvey1795305600140 } from './1795305600140-create-survey.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [
  CreateWorkerAndRegistration1795305600000,
  CreateEmployment1795305600001,
  GuardByNamedChildrenAndRoles1795305600100,
  VersionRegistrationAndWorker1795305600103,
  VersionEmployment1795305600104,
  CreatePostAndDesignation1795305600105,
  CreateTransfer1795305600106,
  CreateStaffExpectation1795305600110,
  CreateAbsence1795305600111,
  CreateSupervision1795305600112,
  CreateTraining1795305600113,
  CreateTimeDiary1795305600114,
  CreatePublishedFigure1795305600120,
  CreateWorkforceCensus1795305600130,
  CreateSurvey1795305600140,
];
