import type { Period } from '@mainstay/primitives';
import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { planOf, totalsOf, wasBarred } from './contact.plans.ts';
import type { ContactEntity } from './contact.entity.ts';
import { recordContact, type RecordContactInput } from './contact.service.ts';

/** Contact, between the graph and the domain. */
export const contactResolvers = {
  Child: {
    contacts: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.contacts.load({ child, knownAt: knownAtOf(args) }),
    contactTotals: (child: ChildRow, period: Period, context: Context) => totalsOf(child, period, context),
  },
  Contact: {
    supervised: ({ isSupervised, supervisedNotKnown }: ContactEntity) =>
      isSupervised === null && supervisedNotKnown === null
        ? null
        : { value: isSupervised, notKnown: supervisedNotKnown },
    plan: (contact: ContactEntity, _args: unknown, context: Context) => planOf(contact, context),
    wasBarred: (contact: ContactEntity, _args: unknown, context: Context) => wasBarred(contact, context),
    recorded: (row: ContactEntity) => row,
  },
  RecordContactSuccess: {
    child: ({ contact }: { contact: ContactEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(contact.childId),
  },
  Mutation: {
    recordContact: (_root: unknown, { input }: { input: RecordContactInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordContactSuccess', contact: await recordContact(input, context) })),
  },
};
