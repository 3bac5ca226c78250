import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { allDisabilities, disabilityOf } from './profile.disabilities.ts';
import { allLanguages, allNationalities, languageOf, nationalityOf } from './profile.places.ts';
import type { ProfileEntity } from './profile.entity.ts';
import { recordProfile, type RecordProfileInput } from './profile.service.ts';

/** Who a child is, between the graph and the domain. */
export const profileResolvers = {
  Query: {
    profileChoices: () => ({}),
  },
  ProfileChoices: {
    languages: () => allLanguages(),
    nationalities: () => allNationalities(),
    disabilities: () => allDisabilities(),
  },
  Child: {
    profiles: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.profiles.load({ child, knownAt: knownAtOf(args) }),
    profile: async (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      (await loaders.profiles.load({ child, knownAt: knownAtOf(args) }))[0] ?? null,
  },
  Profile: {
    firstLanguage: ({ firstLanguage }: ProfileEntity) => (firstLanguage === null ? null : languageOf(firstLanguage)),
    needsInterpreter: ({ needsInterpreter, needsInterpreterNotKnown }: ProfileEntity) => ({
      value: needsInterpreter,
      notKnown: needsInterpreterNotKnown,
    }),
    hasDisability: ({ isDisabled, hasDisabilityNotKnown }: ProfileEntity) => ({
      value: isDisabled,
      notKnown: hasDisabilityNotKnown,
    }),
    disabilities: ({ disabilities }: ProfileEntity) => disabilities.map(disabilityOf),
    nationalities: ({ nationalities }: ProfileEntity) => nationalities.map(nationalityOf),
    recorded: (row: ProfileEntity) => row,
  },
  RecordProfileSuccess: {
    child: ({ profile }: { profile: ProfileEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(profile.childId),
  },
  Mutation: {
    recordProfile: (_root: unknown, { input }: { input: RecordProfileInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordProfileSuccess', profile: await recordProfile(input, context) })),
  },
};
