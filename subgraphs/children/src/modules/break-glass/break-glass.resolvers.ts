import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { breakGlassStatus, type BreakGlassStatus } from './break-glass.policy.ts';
import type { BreakGlassReviewRow, BreakGlassRow } from './break-glass.repository.ts';
import {
  breakGlassesOf,
  reviewBreakGlass,
  type ReviewBreakGlassInput,
  type ReviewBreakGlassOutcome,
} from './break-glass.review.ts';
import {
  breakGlass,
  endBreakGlass,
  liveBreakGlasses,
  type BreakGlassInput,
  type BreakGlassOutcome,
} from './break-glass.service.ts';

/** Broken glasses, between the graph and the domain. */
export const breakGlassResolvers = {
  Query: {
    myBrokenGlasses: (_root: unknown, _args: unknown, context: Context) => liveBreakGlasses(context),
  },
  LocalAuthority: {
    brokenGlasses: ({ id }: { id: string }, { status }: { status?: BreakGlassStatus | null }, context: Context) =>
      breakGlassesOf(id, status ?? null, context),
  },
  BreakGlass: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.breakGlasses.load(id),
    child: (glass: BreakGlassRow, _args: unknown, { loaders }: Context) => loaders.children.load(glass.childId),
    localAuthority: ({ laCode }: BreakGlassRow) => ({ id: laCode }),
    brokenBy: ({ brokenBy }: BreakGlassRow) => ({ id: brokenBy }),
    status: (glass: BreakGlassRow, _args: unknown, { clock }: Context) => breakGlassStatus(glass, clock.now()),
  },
  BreakGlassReview: {
    reviewedBy: ({ reviewedBy }: BreakGlassReviewRow) => ({ id: reviewedBy }),
  },
  Mutation: {
    breakGlass: async (_root: unknown, { input }: { input: BreakGlassInput }, context: Context) =>
      breakGlassResult(await breakGlass(input, context)),
    endBreakGlass: (_root: unknown, { input }: { input: { id: string } }, context: Context) =>
      endBreakGlass(input, context),
    reviewBreakGlass: async (_root: unknown, { input }: { input: ReviewBreakGlassInput }, context: Context) =>
      reviewBreakGlassResult(await reviewBreakGlass(input, context)),
  },
};

function breakGlassResult(outcome: BreakGlassOutcome): object {
  switch (outcome.kind) {
    case 'broken':
      return { __typename: 'BreakGlassSuccess', breakGlass: outcome.breakGlass };
    case 'no-such-child':
      return {
        __typename: 'NoSuchChildError',
        message:
          'There is no child of this number for whom you can break the glass. Check the authority and the number.',
      };
    case 'already-visible':
      return {
        __typename: 'AlreadyVisibleError',
        message: 'You may see this child without breaking the glass.',
        child: outcome.child,
      };
    default:
      return assertUnreachable(outcome);
  }
}

function reviewBreakGlassResult({ kind, breakGlass: glass }: ReviewBreakGlassOutcome): object {
  switch (kind) {
    case 'reviewed':
      return { __typename: 'ReviewBreakGlassSuccess', breakGlass: glass };
    case 'own':
      return {
        __typename: 'OwnBreakGlassError',
        message: 'You broke this glass yourself. Another manager of the authority has to review it.',
      };
    case 'live':
      return {
        __typename: 'BreakGlassLiveError',
        message: 'The sight is not over yet. Review it when it is.',
        until: glass.until,
      };
    case 'reviewed-already':
      return {
        __typename: 'BreakGlassReviewedError',
        message: 'Somebody has reviewed this already. A review is never changed.',
        breakGlass: glass,
      };
    default:
      return assertUnreachable(kind);
  }
}
