import type { Migration } from '@mainstay/subgraph-kit';
import { CreateAudit1795305600100 } from './1795305600100-create-audit.ts';
import { FindUnsealedByTime1795305600101 } from './1795305600101-find-unsealed-by-time.ts';
import { CreateSessionPersonAndCredential1795305600120 } from './1795305600120-create-session-person-and-credential.ts';
import { LetPeopleBeKnownBeforeTheyCome1795305600121 } from './1795305600121-let-people-be-known-before-they-come.ts';
import { CreateMisuseSignal1795305600140 } from './1795305600140-create-misuse-signal.ts';

/** Every migration of the gateway's database, oldest first. */
export const migrations: readonly Migration[] = [
  CreateAudit1795305600100,
  FindUnsealedByTime1795305600101,
  CreateSessionPersonAndCredential1795305600120,
  LetPeopleBeKnownBeforeTheyCome1795305600121,
  CreateMisuseSignal1795305600140,
];
