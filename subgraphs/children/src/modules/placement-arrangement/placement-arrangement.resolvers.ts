import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { PlacementArrangementEntity } from './placement-arrangement.entity.ts';
import { recordPlacementArrangement, type RecordPlacementArrangementInput } from './placement-arrangement.service.ts';

/** Arrangements of placements, between the graph and the domain. */
export const placementArrangementResolvers = {
  Child: {
    placementArrangements: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.placementArrangements.load({ child, knownAt: knownAtOf(args) }),
  },
  PlacementArrangement: {
    isBeforeAssessment: ({ isBeforeAssessment, beforeAssessmentNotKnown }: PlacementArrangementEntity) => ({
      value: isBeforeAssessment,
      notKnown: beforeAssessmentNotKnown,
    }),
    isTemporarilyApproved: ({ isTemporarilyApproved, temporarilyApprovedNotKnown }: PlacementArrangementEntity) => ({
      value: isTemporarilyApproved,
      notKnown: temporarilyApprovedNotKnown,
    }),
    recorded: (arrangement: PlacementArrangementEntity) => arrangement,
  },
  RecordPlacementArrangementSuccess: {
    child: (
      { placementArrangement }: { placementArrangement: PlacementArrangementEntity },
      _args: unknown,
      { loaders }: Context,
    ) => loaders.children.load(placementArrangement.childId),
  },
  Mutation: {
    recordPlacementArrangement: (
      _root: unknown,
      { input }: { input: RecordPlacementArrangementInput },
      context: Context,
    ) =>
      orFailure(async () => ({
        __typename: 'RecordPlacementArrangementSuccess',
        placementArrangement: await recordPlacementArrangement(input, context),
      })),
  },
};
