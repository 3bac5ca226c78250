import { CreateWorkerAndRegistration1795305600000 } from './1795305600000-create-worker-and-registration.ts';
import { CreateEmployment1795305600001 } from './1795305600001-create-employment.ts';
import { GuardByNamedChildrenAndRoles1795305600100 } from './1795305600100-guard-by-named-children-and-roles.ts';
import { VersionRegistrationAndWorker1795305600103 } from './1795305600103-version-registration-and-worker.ts';
import { VersionEmployment1795305600104 } from './1795305600104-version-employment.ts';
import { CreatePostAndDesignation1795305600105 } from './1795305600105-create-post-and-designation.ts';
import { CreateTransfer1795305600106 } from './1795305600106-create-transfer.ts';
import { CreatePublishedFigure1795305600120 } from './1795305600120-create-published-figure.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [
  CreateWorkerAndRegistration1795305600000,
  CreateEmployment1795305600001,
  GuardByNamedChildrenAndRoles1795305600100,
  VersionRegistrationAndWorker1795305600103,
  VersionEmployment1795305600104,
  CreatePostAndDesignation1795305600105,
  CreateTransfer1795305600106,
  CreatePublishedFigure1795305600120,
];
