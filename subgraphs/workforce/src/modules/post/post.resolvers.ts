import type { PlainDate } from '@mainstay/primitives';
import { offsetOf, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import type { EmployerKind, EmploymentRow } from '../employment/employment.entity.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import type { PostRow } from './post.entity.ts';
import { holdingOf, type Holding } from './post.holding.ts';
import { recordPost, type RecordPostInput } from './post.service.ts';

/** A post in the graph, as it is on a day. */
export type PostOnDay = PostRow & { readonly on: PlainDate };

/** The post of this id as it is on a day; null when the viewer may not see it. */
export async function postOn(id: string, on: PlainDate, { loaders }: Context): Promise<PostOnDay | null> {
  const post = await loaders.post.load(id);
  return post && { ...post, on };
}

async function holding(post: PostOnDay, { loaders }: Context): Promise<Holding> {
  return holdingOf(post, await loaders.employmentsInPost.load(post.id), post.on);
}

/** Resolvers of posts. */
export const postResolvers = {
  Post: {
    __resolveReference: ({ id }: { id: string }, context: Context) => postOn(id, context.today, context),
    employer: (post: PostOnDay) => employerOf(post),
    from: ({ startsOn }: PostOnDay) => startsOn,
    until: ({ endsOn }: PostOnDay) => endsOn,
    holders: async ({ id, on }: PostOnDay, _: unknown, { loaders }: Context): Promise<EmploymentRow[]> =>
      (await loaders.employmentsInPost.load(id)).filter((employment) => isHeldOn(employment, on)),
    heldFullTimeEquivalent: async (post: PostOnDay, _: unknown, context: Context) =>
      (await holding(post, context)).held,
    vacantFullTimeEquivalent: async (post: PostOnDay, _: unknown, context: Context) =>
      (await holding(post, context)).vacant,
    agencyCoverFullTimeEquivalent: async (post: PostOnDay, _: unknown, context: Context) =>
      (await holding(post, context)).cover,
    recorded: (post: PostOnDay) => post,
  },
  LocalAuthority: { posts: postsOf('local-authority') },
  Practice: { posts: postsOf('practice') },
  Mutation: {
    recordPost: (_: unknown, { input }: { input: RecordPostInput }, context: Context) =>
      orFailure(async () => {
        const post = await recordPost(input, context);
        return { __typename: 'RecordPostSuccess', post: { ...post, on: context.today } };
      }),
  },
};

interface PostsArguments {
  readonly on?: PlainDate | null;
  readonly first: number;
  readonly after?: string | null;
}

function postsOf(employerKind: EmployerKind) {
  return async ({ id }: { id: string }, args: PostsArguments, context: Context): Promise<Connection<PostOnDay>> => {
    const first = pageSize(args.first);
    const offset = offsetOf(args.after);
    const on = args.on ?? context.today;
    const page = { employerKind, employerId: id, on, limit: first + 1, offset };
    const { posts, total } = await context.loaders.posts.load(page);
    return pageOf({ rows: posts.map((post) => ({ ...post, on })), first, offset, totalCount: total });
  };
}
