import type { KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { idOnDay } from '../../history/known-child.ts';
import { partKnownAt } from '../../history/known-history.loader.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import type { ReviewRow } from './review.loader.ts';

export const reviewResolvers = {
  Child: {
    reviews: (child: ChildRow, { knownAt }: KnownAtArgs, { loaders, viewer }: Context) =>
      knownAt
        ? partKnownAt({ viewer, loader: loaders.knownHistories }, { child, knownAt, part: 'REVIEWS' }, ({ reviews }) =>
            reviews.map((review) => ({ ...review, childId: child.id, id: idOnDay(child.id, review.heldOn) })),
          )
        : loaders.reviews.load(child),
  },
  Review: {
    participation: (review: ReviewRow) => codeIn('REVIEW_CODE', review.participation),
  },
};
