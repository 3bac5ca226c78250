import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { codeIn } from '../code.ts';
import type { ChildConnection, PageWanted } from './child.connection.ts';
import type { ChildRow } from './child.repository.ts';
import { withheldParts } from './child.parts-policy.ts';
import { listChildren, listContractChildren, openChild, type ChildrenWanted } from './child.service.ts';

export const childResolvers = {
  Query: {
    child: (_root: unknown, { id }: { id: string }, context: Context) => openChild(id, context),
    children: (_root: unknown, wanted: ChildrenWanted, context: Context) => listChildren(wanted, context),
  },
  Child: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.children.load(id),
    localAuthority: (child: ChildRow) => ({ id: child.laCode }),
    sex: (child: ChildRow) => codeIn('SEX', child.sex),
    ethnicity: (child: ChildRow) => codeIn('ETHNIC', child.ethnicity),
    isUnaccompaniedAsylumSeeker: (child: ChildRow) => child.isUasc,
    isLookedAfter: async (child: ChildRow, { on }: { on?: PlainDate | null }, { loaders, clock }: Context) =>
      (await loaders.lookedAfter.load({ child, on: on ?? clock.today() })) !== null,
    withheldParts: (child: ChildRow, _args: unknown, { viewer }: Context) => withheldParts(viewer, child),
  },
  ChildConnection: {
    totalCount: (connection: ChildConnection) => connection.countAll(),
  },
  Contract: {
    children: (contract: { id: string }, wanted: PageWanted & { on?: PlainDate | null }, context: Context) =>
      listContractChildren(contract.id, wanted, context),
  },
};
