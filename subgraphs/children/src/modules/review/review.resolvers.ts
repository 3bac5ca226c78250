import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import type { ReviewRow } from './review.loader.ts';

export const reviewResolvers = {
  Child: {
    reviews: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.reviews.load(child),
  },
  Review: {
    participation: (review: ReviewRow) => codeIn('REVIEW_CODE', review.participation),
  },
};
