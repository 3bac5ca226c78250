import { CreateLocalAuthorityAndPractice1795305600000 } from './1795305600000-create-local-authority-and-practice.ts';
import { CreateContract1795305600001 } from './1795305600001-create-contract.ts';
import { CreateAllocationAndOutbox1795305600002 } from './1795305600002-create-allocation-and-outbox.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [
  CreateLocalAuthorityAndPractice1795305600000,
  CreateContract1795305600001,
  CreateAllocationAndOutbox1795305600002,
];
