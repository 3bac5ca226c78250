import { EmptyState, Link, ListPages, Part, useOperation, useSearchParams, useViewer } from '@mainstay/web-kit';
import { SupportOfAuthorityDocument, SupportOfPracticeDocument } from '../../generated/operations.ts';
import { OverdueTable } from './overdue-table.tsx';

/** Who is overdue of one employer's staff, page after page. */
export function SupportOfEmployer({ of }: { readonly of: string }) {
  const isOwn = useViewer().laCode === of;
  const [search] = useSearchParams();
  const asked = { of, after: search.get('after') };
  const ofAuthority = useOperation(SupportOfAuthorityDocument, asked, { isEnabled: isOwn, keepPrevious: true });
  const ofPractice = useOperation(SupportOfPracticeDocument, asked, { isEnabled: !isOwn, keepPrevious: true });
  return (
    <>
      <p className="govuk-body">
        <Link to="?">See all employers</Link>
      </p>
      <Part what="Who is overdue" operation={isOwn ? ofAuthority : ofPractice} shape="table" count={6}>
        {({ staff }) =>
          staff ? (
            <>
              <OverdueTable employers={[staff]} />
              <ListPages list={staff.supportDue} param="after" what="people" />
            </>
          ) : (
            <EmptyState title="There are no staff that you may see." />
          )
        }
      </Part>
    </>
  );
}
