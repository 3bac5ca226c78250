import { PostsOfAuthorityDocument, PostsOfPracticeDocument } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { ListPages } from '../../page/list-pages.tsx';
import { Part } from '../../page/part.tsx';
import { useSearchParams } from '../../routing/router.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';
import { EstablishmentTable } from './establishment-table.tsx';

/** The posts of the employer, asked for on its page. */
export function EstablishmentView({ mayRecord }: { readonly mayRecord: boolean }) {
  const place = useStaffPlace();
  const [search] = useSearchParams();
  const after = search.get('posts');
  const documents = { ofPractice: PostsOfPracticeDocument, ofAuthority: PostsOfAuthorityDocument };
  const operation = useStaff(place, documents, { after });
  // The page of the list goes along: the form finds the post on it.
  const page = after === null ? '' : `?posts=${encodeURIComponent(after)}`;
  return (
    <section aria-labelledby="posts" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="posts">
        Posts
      </h2>
      <Part what="Posts" operation={operation} shape="table" count={4}>
        {({ staff }) =>
          staff ? (
            <>
              <EstablishmentTable
                posts={staff.posts}
                changePath={
                  mayRecord ? (postId) => `${place.staffPath}/posts/${encodeURIComponent(postId)}/change${page}` : null
                }
              />
              <ListPages list={staff.posts} param="posts" what="posts" />
            </>
          ) : (
            <EmptyState title="The posts are not open to you." />
          )
        }
      </Part>
    </section>
  );
}
