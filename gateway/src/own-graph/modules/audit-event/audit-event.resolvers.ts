import { pageOf, pageSize } from '@mainstay/subgraph-kit';

const emptyPage = (_: unknown, { first }: { first: number }) =>
  pageOf({ rows: [], first: pageSize(first), totalCount: 0 });

const reference = ({ id }: { id: string }) => ({ id });

/** Resolvers of the audit. */
export const auditEventResolvers = {
  LocalAuthority: {
    __resolveReference: reference,
    auditEvents: emptyPage,
    auditChain: () => ({ sealedEvents: 0, unsealedEvents: 0 }),
  },
  Child: { __resolveReference: reference, accesses: emptyPage },
  Inspection: { __resolveReference: reference, log: emptyPage },
  AuditEvent: { __resolveReference: () => null },
};
