import {
  BadInputError,
  cursorOf,
  ForbiddenError,
  keyOfCursor,
  laCodeOfChild,
  pageOf,
  pageSize,
  type Connection,
} from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { AuditEventRow } from './audit-event.entity.ts';
import { canReadAccesses, canReadAudit, canReadEvent, canReadLog } from './audit-event.policy.ts';
import {
  countAccesses,
  countEvents,
  countEventsOfInspection,
  findAccesses,
  findChain,
  findEvents,
  findEventsOfInspection,
  type AuditChainRow,
  type AuditEventFilter,
  type ChildAccessRow,
  type PageAsked,
  type Place,
  type Placed,
} from './audit-event.repository.ts';

/** A page as the graph asks for it. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * A page of an authority's events.
 *
 * @throws ForbiddenError unless the viewer is one of its managers.
 */
export async function listEvents(
  laCode: string,
  { filter, ...asked }: PageArguments & { filter?: AuditEventFilter | null },
  { viewer, db, touched }: Context,
): Promise<Connection<AuditEventRow>> {
  if (!canReadAudit(viewer, laCode)) throw new ForbiddenError('Managers of the authority read its audit.');
  const wanted = { laCode, filter: filter ?? {}, hidden: viewer.hiddenChildIds };
  if (wanted.hidden.includes(filter?.childId ?? '')) return nothingOn(asked);
  const rows = await findEvents(db, { ...wanted, page: pageAsked(asked) });
  touched.list('auditEvents', [], Math.min(rows.length, asked.first));
  return connection(
    rows.filter((event) => canReadEvent(viewer, event)),
    asked,
    { idOf: ({ id }) => id, totalCount: await countEvents(db, wanted) },
  );
}

/**
 * A page of what was viewed under an inspection.
 *
 * @throws ForbiddenError unless the viewer is a manager of the authority or one of the inspectors.
 */
export async function listEventsOfInspection(
  inspectionId: string,
  asked: PageArguments,
  { viewer, db, touched }: Context,
): Promise<Connection<AuditEventRow>> {
  if (!canReadLog(viewer, inspectionId)) {
    throw new ForbiddenError('Managers of the authority and the inspectors themselves read the log of an inspection.');
  }
  const named = viewer.audience === 'inspector' ? viewer.namedChildIds : null;
  const wanted = { inspectionId, hidden: viewer.hiddenChildIds, named };
  const rows = await findEventsOfInspection(db, { ...wanted, page: pageAsked(asked) });
  touched.list('log', [], Math.min(rows.length, asked.first));
  return connection(
    rows.filter((event) => canReadEvent(viewer, event)),
    asked,
    { idOf: ({ id }) => id, totalCount: await countEventsOfInspection(db, wanted) },
  );
}

/**
 * A page of who looked at a child.
 *
 * @throws ForbiddenError unless the viewer is a manager of the authority or the child's Independent Reviewing Officer.
 */
export async function listAccesses(
  childId: string,
  asked: PageArguments,
  { viewer, db, touched }: Context,
): Promise<Connection<ChildAccessRow>> {
  if (!canReadAccesses(viewer, childId)) {
    throw new ForbiddenError(
      'Managers of the authority and the child’s Independent Reviewing Officer read who looked at a child.',
    );
  }
  const isHidden = viewer.hiddenChildIds.includes(childId);
  const laCode = laCodeOfChild(childId);
  const rows = isHidden ? [] : await findAccesses(db, { laCode, childId, page: pageAsked(asked) });
  touched.list('accesses', isHidden ? [] : [childId], Math.min(rows.length, asked.first));
  const totalCount = isHidden ? 0 : await countAccesses(db, laCode, childId);
  return connection(rows, asked, { idOf: ({ eventId }) => eventId, totalCount });
}

/**
 * How an authority's chain stands.
 *
 * @throws ForbiddenError unless the viewer is one of its managers.
 */
export async function readChain(laCode: string, { viewer, db, touched }: Context): Promise<AuditChainRow> {
  if (!canReadAudit(viewer, laCode)) throw new ForbiddenError('Managers of the authority read its audit.');
  touched.list('auditChain', [], 1);
  return findChain(db, laCode);
}

/** A page of what is not there for the viewer. */
function nothingOn<Row>({ first }: PageArguments): Connection<Row> {
  return pageOf<Row>({ rows: [], first: pageSize(first), totalCount: 0 });
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** True for an instant that exists: the thirtieth of February does not, though JavaScript reads it. */
function isInstant(text: string): boolean {
  if (!instant.test(text)) return false;
  const read = new Date(text);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text.slice(0, 19));
}

function pageAsked({ first, after }: PageArguments): PageAsked {
  const key = keyOfCursor(after, 2);
  const place: Place | null = key ? { at: String(key[0]), id: String(key[1]) } : null;
  if (place && !isInstant(place.at)) {
    throw new BadInputError('The cursor `after` is not one this list gave. Start again without it.');
  }
  return { after: place, limit: pageSize(first) + 1 };
}

function connection<Row>(
  rows: readonly Placed<Row>[],
  { first, after }: PageArguments,
  { idOf, totalCount }: { idOf: (row: Row) => string; totalCount: number },
): Connection<Row> {
  return pageOf({ rows, first, after, totalCount, cursorOf: (row) => cursorOf([row.place, idOf(row)]) });
}
