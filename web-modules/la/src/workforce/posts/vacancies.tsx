import { EmptyState, Link, Table } from '@mainstay/web-kit';
import type { VacantPostsFragment } from '../../generated/operations.ts';
import { workforceTeamPath } from '../../urls.ts';
import { codeInWords, fteInWords } from '../workforce-words.ts';

type Vacancy = VacantPostsFragment['edges'][number]['node'] & { readonly of: string };

/** What is vacant among an employer's posts. */
export function vacanciesOf({
  name,
  posts,
}: {
  readonly name: string;
  readonly posts: VacantPostsFragment;
}): Vacancy[] {
  return posts.edges.flatMap(({ node }) => (node.vacantFullTimeEquivalent > 0 ? [{ ...node, of: name }] : []));
}

/** Posts of which something is vacant, with how far recruiting has come. */
export function Vacancies({ vacancies }: { readonly vacancies: readonly Vacancy[] }) {
  if (vacancies.length === 0) {
    return (
      <EmptyState title="No post on record is vacant.">
        <Link to={workforceTeamPath}>Record the authority’s posts</Link>; each practice records its own.
      </EmptyState>
    );
  }
  return (
    <Table
      caption="Vacant posts"
      rows={vacancies}
      rowKey={({ id }) => id}
      hasRowHeads
      isDense
      columns={[
        { key: 'role', head: 'Post', cell: ({ role }) => codeInWords(role) },
        { key: 'of', head: 'Employer', cell: ({ of }) => of },
        {
          key: 'vacant',
          head: 'Vacant, whole-time',
          isNumeric: true,
          cell: ({ vacantFullTimeEquivalent }) => fteInWords(vacantFullTimeEquivalent),
        },
        {
          key: 'cover',
          head: 'Covered by agency',
          isNumeric: true,
          cell: ({ agencyCoverFullTimeEquivalent }) => fteInWords(agencyCoverFullTimeEquivalent),
        },
        { key: 'recruiting', head: 'Recruiting', cell: ({ recruitment }) => codeInWords(recruitment) },
      ]}
    />
  );
}
