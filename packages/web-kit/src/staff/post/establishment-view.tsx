import { PostsOfAuthorityDocument, PostsOfPracticeDocument } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';
import { EstablishmentTable } from './establishment-table.tsx';

/** The posts of the employer, asked for on its page. */
export function EstablishmentView({ mayRecord }: { readonly mayRecord: boolean }) {
  const place = useStaffPlace();
  const operation = useStaff(place, { ofPractice: PostsOfPracticeDocument, ofAuthority: PostsOfAuthorityDocument });
  return (
    <section aria-labelledby="posts" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="posts">
        Posts
      </h2>
      <Part what="Posts" operation={operation} shape="table" count={4}>
        {({ staff }) =>
          staff ? (
            <EstablishmentTable
              posts={staff.posts}
              changePath={
                mayRecord ? (postId) => `${place.staffPath}/posts/${encodeURIComponent(postId)}/change` : null
              }
            />
          ) : (
            <EmptyState title="The posts are not open to you." />
          )
        }
      </Part>
    </section>
  );
}
