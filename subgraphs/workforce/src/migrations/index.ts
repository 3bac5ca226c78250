import { CreateWorkerAndRegistration1795305600000 } from './1795305600000-create-worker-and-registration.ts';
import { CreateEmployment1795305600001 } from './1795305600001-create-employment.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [CreateWorkerAndRegistration1795305600000, CreateEmployment1795305600001];
