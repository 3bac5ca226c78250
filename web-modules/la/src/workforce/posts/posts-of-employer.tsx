import { EmptyState, Link, ListPages, Part, useOperation, useSearchParams, useViewer } from '@mainstay/web-kit';
import { VacantPostsOfAuthorityDocument, VacantPostsOfPracticeDocument } from '../../generated/operations.ts';
import { Vacancies, vacanciesOf } from './vacancies.tsx';

/** What is vacant of one employer's posts, page after page. */
export function PostsOfEmployer({ of }: { readonly of: string }) {
  const isOwn = useViewer().laCode === of;
  const [search] = useSearchParams();
  const asked = { of, after: search.get('after') };
  const ofAuthority = useOperation(VacantPostsOfAuthorityDocument, asked, { isEnabled: isOwn, keepPrevious: true });
  const ofPractice = useOperation(VacantPostsOfPracticeDocument, asked, { isEnabled: !isOwn, keepPrevious: true });
  return (
    <>
      <p className="govuk-body">
        <Link to="?">See all employers</Link>
      </p>
      <Part what="Posts" operation={isOwn ? ofAuthority : ofPractice} shape="table" count={6}>
        {({ staff }) =>
          staff ? (
            <>
              <Vacancies vacancies={vacanciesOf(staff)} />
              <ListPages list={staff.posts} param="after" what="posts, vacant ones first" />
            </>
          ) : (
            <EmptyState title="There are no posts that you may see." />
          )
        }
      </Part>
    </>
  );
}
