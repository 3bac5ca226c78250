import type { Viewer } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { AuditEventRow } from './audit-event.entity.ts';
import type { AuditEventFilter, ChildAccessRow } from './audit-event.repository.ts';
import {
  listAccesses,
  listEvents,
  listEventsOfInspection,
  readChain,
  type PageArguments,
} from './audit-event.service.ts';

const reference = ({ id }: { id: string }) => ({ id });
const personOf = ({ subject }: { subject: string | null }) => (subject === null ? null : { id: subject });

/** Resolvers of the audit. */
export const auditEventResolvers = {
  LocalAuthority: {
    __resolveReference: reference,
    auditEvents: ({ id }: { id: string }, asked: PageArguments & { filter?: AuditEventFilter }, context: Context) =>
      listEvents(id, asked, context),
    auditChain: ({ id }: { id: string }, _: unknown, context: Context) => readChain(id, context),
  },
  Child: {
    __resolveReference: reference,
    accesses: ({ id }: { id: string }, asked: PageArguments, context: Context) => listAccesses(id, asked, context),
  },
  Inspection: {
    __resolveReference: reference,
    log: ({ id }: { id: string }, asked: PageArguments, context: Context) => listEventsOfInspection(id, asked, context),
  },
  AuditEvent: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.auditEvent.load(id),
    person: personOf,
    records: (event: AuditEventRow, _: unknown, { viewer, touched }: Context) =>
      recordsOf(event, viewer).map((id) => {
        touched.listed(id);
        return { id };
      }),
    recordCount: (event: AuditEventRow, _: unknown, { viewer }: Context) => recordsOf(event, viewer).length,
    listedCount: ({ listedIds }: AuditEventRow, _: unknown, { viewer }: Context) =>
      listedIds.length - hiddenAmong(listedIds, viewer),
    // What a list held of children who are restricted to others is no part of its size for those others.
    lists: ({ lists, listedIds }: AuditEventRow, _: unknown, { viewer }: Context) =>
      lists.map(({ name, size }) => ({ name, size: Math.max(0, size - hiddenAmong(listedIds, viewer)) })),
  },
  ChildAccess: { person: (access: ChildAccessRow) => personOf(access) },
};

function recordsOf({ openedIds, changedIds }: AuditEventRow, viewer: Viewer): string[] {
  return [...openedIds, ...changedIds].filter((id) => !viewer.hiddenChildIds.includes(id));
}

function hiddenAmong(ids: readonly string[], { hiddenChildIds }: Viewer): number {
  return hiddenChildIds.length === 0 ? 0 : ids.filter((id) => hiddenChildIds.includes(id)).length;
}
