import { oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AuditEventRow } from './audit-event.entity.ts';
import { canReadEvent } from './audit-event.policy.ts';
import { findEventsById } from './audit-event.repository.ts';

/** Events by id; null when there is none that the viewer may see. */
export function createAuditEventLoader(db: Db, viewer: Viewer): DataLoader<string, AuditEventRow | null> {
  return oneByKey(
    async (ids) => (await findEventsById(db, ids)).filter((event) => canReadEvent(viewer, event)),
    (event) => event.id,
  );
}
