import { CreateLocalAuthorityAndPractice1795305600000 } from './1795305600000-create-local-authority-and-practice.ts';
import { CreateContract1795305600001 } from './1795305600001-create-contract.ts';
import { CreateAllocationAndOutbox1795305600002 } from './1795305600002-create-allocation-and-outbox.ts';
import { AddDelegatedFunctionsAndEnds1795305600100 } from './1795305600100-add-delegated-functions-and-ends.ts';
import { GuardByNamedChildrenAndRoles1795305600101 } from './1795305600101-guard-by-named-children-and-roles.ts';
import { CreateInspection1795305600102 } from './1795305600102-create-inspection.ts';
import { AddAllocationRules1795305600110 } from './1795305600110-add-allocation-rules.ts';

/** Every migration of this subgraph, oldest first. */
export const migrations = [
  CreateLocalAuthorityAndPractice1795305600000,
  CreateContract1795305600001,
  CreateAllocationAndOutbox1795305600002,
  AddDelegatedFunctionsAndEnds1795305600100,
  GuardByNamedChildrenAndRoles1795305600101,
  CreateInspection1795305600102,
  AddAllocationRules1795305600110,
];
