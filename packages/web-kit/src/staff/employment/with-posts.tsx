import type { ReactNode } from 'react';
import {
  PostsOfAuthorityDocument,
  PostsOfPracticeDocument,
  type EstablishmentFragment,
} from '../../generated/operations.ts';
import { Part } from '../../page/part.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';
import { postField, type HeldPost } from './post-choices.ts';

/** What the question about a post needs. */
export interface WithPostsProps {
  /** The day on which the posts are there. */
  readonly on: string;
  /** The post that is held so far. */
  readonly held: HeldPost | null;
  readonly children: (field: RecordField) => ReactNode;
  /** Where the next page of posts begins, and those of the pages before it. */
  readonly after?: string | null;
  readonly before?: readonly EstablishmentFragment['edges'][number]['node'][];
}

/** Draws a form with the question which of the employer's posts somebody holds: all of them, page after page. */
export function WithPosts({ on, held, children, after = null, before = [] }: WithPostsProps) {
  const documents = { ofPractice: PostsOfPracticeDocument, ofAuthority: PostsOfAuthorityDocument };
  const operation = useStaff(useStaffPlace(), documents, { on, after });
  return (
    <Part what="The posts" operation={operation} shape="text" count={4}>
      {({ staff }) => {
        const posts = [...before, ...(staff?.posts.edges.map(({ node }) => node) ?? [])];
        const next = staff?.posts.pageInfo.hasNextPage ? staff.posts.pageInfo.endCursor : null;
        return next ? (
          <WithPosts on={on} held={held} after={next} before={posts}>
            {children}
          </WithPosts>
        ) : (
          children(postField(posts, held))
        );
      }}
    </Part>
  );
}
