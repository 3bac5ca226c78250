import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SchoolPlaceEntity } from './school-place.entity.ts';
import { recordSchoolPlace, type RecordSchoolPlaceInput } from './school-place.service.ts';

/** School places, between the graph and the domain. */
export const schoolPlaceResolvers = {
  Child: {
    schoolPlaces: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.schoolPlaces.load({ child, knownAt: knownAtOf(args) }),
  },
  SchoolPlace: {
    unscheduled: ({ isUnscheduled, unscheduledNotKnown }: SchoolPlaceEntity) => ({
      value: isUnscheduled,
      notKnown: unscheduledNotKnown,
    }),
    recorded: (row: SchoolPlaceEntity) => row,
  },
  RecordSchoolPlaceSuccess: {
    child: ({ schoolPlace }: { schoolPlace: SchoolPlaceEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(schoolPlace.childId),
  },
  Mutation: {
    recordSchoolPlace: (_root: unknown, { input }: { input: RecordSchoolPlaceInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSchoolPlaceSuccess',
        schoolPlace: await recordSchoolPlace(input, context),
      })),
  },
};
