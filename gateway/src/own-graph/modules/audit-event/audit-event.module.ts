import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import {
  AuditEventChildEntity,
  AuditEventEntity,
  AuditEventHeadEntity,
  AuditEventSealEntity,
  AuditEventVerificationEntity,
} from './audit-event.entity.ts';
import { auditEventResolvers } from './audit-event.resolvers.ts';

export const auditEventModule: SubgraphModule<Context> = {
  name: 'audit-event',
  sdl: sdlOf(import.meta.url, 'audit-event.graphql'),
  resolvers: auditEventResolvers,
  entities: [
    AuditEventEntity,
    AuditEventSealEntity,
    AuditEventHeadEntity,
    AuditEventChildEntity,
    AuditEventVerificationEntity,
  ],
};
