import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SiblingShown } from './sibling.loader.ts';
import { recordSibling, type RecordSiblingInput } from './sibling.service.ts';

/** Brothers and sisters, between the graph and the domain. */
export const siblingResolvers = {
  Child: {
    siblings: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.siblings.load({ child, knownAt: knownAtOf(args) }),
  },
  Sibling: {
    id: ({ row }: SiblingShown) => row.id,
    child: ({ otherId }: SiblingShown, _args: unknown, { loaders }: Context) =>
      otherId === null ? null : loaders.children.load(otherId),
    isOfTheAuthority: ({ otherId }: SiblingShown) => otherId !== null,
    name: ({ row }: SiblingShown) => row.name,
    relation: ({ row }: SiblingShown) => row.relation,
    home: ({ row }: SiblingShown) => row.home,
    homeNotKnown: ({ row }: SiblingShown) => row.homeNotKnown,
    livesTogether: ({ row }: SiblingShown) => ({ value: row.isTogether, notKnown: row.livesTogetherNotKnown }),
    apartReason: ({ row }: SiblingShown) => row.apartReason,
    asOf: ({ row }: SiblingShown) => row.asOf,
    recorded: ({ row }: SiblingShown) => row,
  },
  RecordSiblingSuccess: {
    child: ({ sibling }: { sibling: SiblingShown }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(sibling.row.childId),
  },
  Mutation: {
    recordSibling: (_root: unknown, { input }: { input: RecordSiblingInput }, context: Context) =>
      orFailure(async () => {
        const row = await recordSibling(input, context);
        const sibling: SiblingShown = { row, otherId: row.siblingChildId };
        return { __typename: 'RecordSiblingSuccess', sibling };
      }),
  },
};
