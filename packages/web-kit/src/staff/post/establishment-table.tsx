import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount } from '../../format/format.ts';
import type { EstablishmentFragment } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { choiceInWords } from '../../record/entries/entry-rows.ts';
import { formatFte, recruitments, roleInWords } from '../employment/staff-words.ts';

/** The posts of an employer, vacant ones first: who holds each, and how far recruiting has come. */
export function EstablishmentTable(props: {
  readonly posts: EstablishmentFragment;
  /** Where a post is changed; null for those who may not. */
  readonly changePath: ((postId: string) => string) | null;
}) {
  const { posts, changePath } = props;
  if (posts.edges.length === 0) {
    return (
      <EmptyState title="No post is on record.">What is vacant can be told once the posts are recorded.</EmptyState>
    );
  }
  return (
    <Table
      caption={`${formatCount(posts.totalCount, 'post')}, vacant ones first`}
      captionSize="s"
      hasRowHeads
      isDense
      rows={posts.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      columns={[
        { key: 'role', head: 'Post', cell: ({ role }) => roleInWords(role) },
        { key: 'fte', head: 'Whole-time', isNumeric: true, cell: (post) => formatFte(post.fullTimeEquivalent) },
        {
          key: 'vacant',
          head: 'Vacant',
          isNumeric: true,
          cell: ({ vacantFullTimeEquivalent: vacant }) => (vacant > 0 ? formatFte(vacant) : '0'),
        },
        {
          key: 'holders',
          head: 'Held by',
          cell: ({ holders }) =>
            holders
              .map(({ worker, isAgency }) => `${worker.name ?? worker.id}${isAgency ? ' (agency)' : ''}`)
              .join(', ') || 'Nobody',
        },
        {
          key: 'recruitment',
          head: 'Recruiting',
          cell: ({ recruitment, vacantFullTimeEquivalent }) =>
            vacantFullTimeEquivalent > 0 ? (
              <Tag colour={recruitment === 'NOT_RECRUITING' ? 'grey' : 'blue'}>
                {choiceInWords(recruitments, recruitment)}
              </Tag>
            ) : (
              '–'
            ),
        },
        ...(changePath
          ? [
              {
                key: 'change',
                head: <span className="govuk-visually-hidden">What can be done</span>,
                cell: ({ id, role }: EstablishmentFragment['edges'][number]['node']) => (
                  <Link to={changePath(id)}>
                    Change<span className="govuk-visually-hidden"> the post of {roleInWords(role).toLowerCase()}</span>
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
