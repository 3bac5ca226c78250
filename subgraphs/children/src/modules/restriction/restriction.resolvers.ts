import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { RestrictionRow } from './restriction.repository.ts';
import {
  liftRestriction,
  nameForRecord,
  restrictionsOf,
  restrictRecord,
  type RestrictRecordInput,
  type RestrictRecordOutcome,
} from './restriction.service.ts';

/** Restrictions, between the graph and the domain. */
export const restrictionResolvers = {
  Child: {
    restriction: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.restrictions.inForce.load(child.id),
  },
  LocalAuthority: {
    restrictions: ({ id }: { id: string }, _args: unknown, context: Context) => restrictionsOf(id, context),
  },
  Restriction: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.restrictions.byId.load(id),
    child: (restriction: RestrictionRow, _args: unknown, { loaders }: Context) =>
      loaders.children.load(restriction.childId),
    reason: ({ childId, reason }: RestrictionRow, _args: unknown, { touched }: Context) => {
      touched.record(childId);
      return reason;
    },
    placedBy: ({ placedBy }: RestrictionRow) => ({ id: placedBy }),
    named: ({ named }: RestrictionRow) => named.map((id) => ({ id })),
  },
  Mutation: {
    restrictRecord: async (_root: unknown, { input }: { input: RestrictRecordInput }, context: Context) =>
      restrictRecordResult(await restrictRecord(input, context)),
    nameForRecord: (_root: unknown, { input }: { input: Parameters<typeof nameForRecord>[0] }, context: Context) =>
      nameForRecord(input, context),
    liftRestriction: (_root: unknown, { input }: { input: { restrictionId: string } }, context: Context) =>
      liftRestriction(input, context),
  },
};

function restrictRecordResult({ kind, restriction }: RestrictRecordOutcome): object {
  if (kind === 'restricted') return { __typename: 'RestrictRecordSuccess', restriction };
  return {
    __typename: 'RecordRestrictedError',
    message: 'The record is restricted already. Change who is named, or lift the restriction first.',
    restriction,
  };
}
