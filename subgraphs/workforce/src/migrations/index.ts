import { CreateWorkerAndRegistration1795305600000 } from './1795305600000-create-worker-and-registration.ts';
import { CreateEmployment1795305600001 } from './1795305600001-create-employment.ts';
import { GuardByNamedChildrenAndRoles1795305600100 } from './1795305600100-guard-by-named-children-and-roles.ts';
import { CreatePublishedFigure1795305600120 } from './1795305600120-create-published-figure.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [
  CreateWorkerAndRegistration1795305600000,
  CreateEmployment1795305600001,
  GuardByNamedChildrenAndRoles1795305600100,
  CreatePublishedFigure1795305600120,
];
