import type { SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../context.ts';
import { auditEventModule } from './audit-event/audit-event.module.ts';
import { credentialModule } from './credential/credential.module.ts';
import { misuseSignalModule } from './misuse-signal/misuse-signal.module.ts';
import { personModule } from './person/person.module.ts';
import { sessionModule } from './session/session.module.ts';

/** The concepts of the gateway's own part of the graph: its table of contents. */
export const modules: readonly SubgraphModule<Context>[] = [
  auditEventModule,
  credentialModule,
  misuseSignalModule,
  personModule,
  sessionModule,
];
