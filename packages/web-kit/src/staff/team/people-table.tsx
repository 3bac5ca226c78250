import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatDate, formatShortDate } from '../../format/format.ts';
import {
  PeopleOfAuthorityDocument,
  PeopleOfPracticeDocument,
  type TeamPeopleFragment,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { choiceInWords } from '../../record/entries/entry-rows.ts';
import { useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { engagements, formatFte, roleInWords } from '../employment/staff-words.ts';
import { registrationInWords } from '../registration/registration-section.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import { supervisionInWords } from '../supervision/supervision-section.tsx';
import { learningInWords } from '../training/training-section.tsx';
import { useStaff } from '../use-staff.ts';

type Person = TeamPeopleFragment['edges'][number]['node'];

/** Everybody who works for the employer today, and how the support they are owed stands. */
export function PeopleTable() {
  const place = useStaffPlace();
  const [search] = useSearchParams();
  const operation = useStaff(
    place,
    { ofPractice: PeopleOfPracticeDocument, ofAuthority: PeopleOfAuthorityDocument },
    { first: 50, after: search.get('after') },
  );
  return (
    <section aria-labelledby="people" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="people">
        People
      </h2>
      <Part what="People" operation={operation} shape="table" count={6}>
        {({ staff }) =>
          staff && staff.workers.totalCount > 0 ? (
            <>
              <People workers={staff.workers} />
              <Pagination
                label="Pages of people"
                next={staff.workers.pageInfo.hasNextPage ? `?after=${staff.workers.pageInfo.endCursor}` : null}
              />
            </>
          ) : (
            <EmptyState title="Nobody is on record who works here today." />
          )
        }
      </Part>
    </section>
  );
}

function People({ workers }: { readonly workers: TeamPeopleFragment }) {
  const place = useStaffPlace();
  const { role } = useViewer();
  const seesAbsence = role === 'swp-manager' || role === 'la-manager';
  return (
    <Table
      caption={`${formatCount(workers.totalCount, 'person', 'people')} by name`}
      captionSize="s"
      isDense
      hasRowHeads
      rows={workers.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: 'Name',
          cell: ({ id, name }) => <Link to={workerPath(place, id)}>{name ?? id}</Link>,
          sortBy: ({ id, name }) => name ?? id,
        },
        { key: 'role', head: 'Role', cell: (person) => roleOf(person), sortBy: (person) => roleOf(person) },
        {
          key: 'fte',
          head: 'Whole-time',
          isNumeric: true,
          cell: ({ currentEmployment: post }) => (post ? formatFte(post.fullTimeEquivalent) : '–'),
          sortBy: ({ currentEmployment: post }) => post?.fullTimeEquivalent ?? null,
        },
        {
          key: 'supervision',
          head: 'Supervision',
          cell: ({ supervisionDue: due }) => {
            if (!due) return 'Not expected';
            const { text, colour } = supervisionInWords(due);
            return (
              <>
                <Tag colour={colour}>{text}</Tag>
                <span className="mainstay-detail">
                  {due.lastHeldOn ? `last ${formatShortDate(due.lastHeldOn)}` : 'none yet'}
                </span>
              </>
            );
          },
          sortBy: ({ supervisionDue: due }) => due?.dueOn ?? null,
        },
        {
          key: 'learning',
          head: 'Learning',
          cell: ({ learningYear: year }) =>
            year ? (
              <>
                <Tag colour={learningInWords(year).colour}>{learningInWords(year).text}</Tag>
                <span className="mainstay-detail">
                  {year.pieces} of {year.expected.learningPieces}
                </span>
              </>
            ) : (
              'Not expected'
            ),
        },
        {
          key: 'registration',
          head: 'Registration',
          cell: ({ registration }) =>
            registration ? (
              <>
                <Tag colour={registrationInWords(registration).colour}>{registrationInWords(registration).text}</Tag>
                <span className="mainstay-detail">to {formatShortDate(registration.expiresOn)}</span>
              </>
            ) : (
              'None'
            ),
          sortBy: ({ registration }) => registration?.expiresOn ?? null,
        },
        ...(seesAbsence ? [{ key: 'absence', head: 'Away', cell: (person: Person) => awayInWords(person) }] : []),
      ]}
    />
  );
}

function roleOf({ currentEmployment: post }: Person): string {
  if (!post) return 'No post today';
  const terms =
    post.engagement === 'EMPLOYEE' || post.engagement === post.role ? '' : choiceInWords(engagements, post.engagement);
  return [roleInWords(post.role), terms.toLowerCase()].filter(Boolean).join(', ');
}

function awayInWords({ absences }: Person): string {
  const now = absences.find(({ until }) => until === null);
  return now ? `Since ${formatDate(now.from)}` : '';
}
