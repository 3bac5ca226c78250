import { oneByKey, type Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { canReadEmployment, canReadStaffOf, readableLaCodes } from '../employment/employment.policy.ts';
import type { PostRow } from './post.entity.ts';
import { findPostPages, findPostsById, type PostPage } from './post.repository.ts';

/** One page of an employer's posts and how many there are on all pages. */
export interface PostsOnPage {
  readonly posts: readonly PostRow[];
  readonly total: number;
}

/** The two ways to posts; each answers those the viewer may see. */
export interface PostLoaders {
  readonly post: DataLoader<string, PostRow | null>;
  readonly posts: DataLoader<PostPage, PostsOnPage, string>;
}

/** Loaders of posts for one request. Who may read an employment may read a post. */
export function createPostLoaders({ db, viewer, moment: { today }, touched }: Loading): PostLoaders {
  const visible = (rows: readonly PostRow[]): PostRow[] => rows.filter((row) => canReadEmployment(viewer, row, today));
  return {
    post: oneByKey(
      async (ids) => visible(await findPostsById(db, ids)),
      (post) => post.id,
    ),
    posts: new DataLoader<PostPage, PostsOnPage, string>(
      async (pages) => {
        const rows = await findPostPages(db, pages, readableLaCodes(viewer, today));
        const found = Map.groupBy(rows, (row) => row.page);
        return pages.map((page, index) => {
          const onPage = found.get(index) ?? [];
          if (!canReadStaffOf(viewer, page, today)) return { posts: [], total: 0 };
          const posts = onPage.filter((row) => row.place > page.offset && row.place <= page.offset + page.limit);
          touched.list('posts', [], posts.length);
          return { posts: visible(posts), total: onPage[0]?.total ?? 0 };
        });
      },
      { cacheKeyFn: JSON.stringify },
    ),
  };
}
