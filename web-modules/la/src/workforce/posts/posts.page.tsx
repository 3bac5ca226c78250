import {
  EmptyState,
  formatDate,
  formatNumber,
  Link,
  Part,
  Table,
  Tag,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import {
  WorkforcePostsDocument,
  type RegistrationRowFragment,
  type StaffingRowFragment,
  type WorkforcePostsQuery,
} from '../../generated/operations.ts';
import { workforceTeamPath } from '../../urls.ts';
import { CutLists } from '../cut-lists.tsx';
import { WorkforcePage } from '../workforce-page.tsx';
import { codeInWords, fteInWords } from '../workforce-words.ts';
import { PostsOfEmployer } from './posts-of-employer.tsx';
import { Vacancies, vacanciesOf } from './vacancies.tsx';

type Authority = NonNullable<WorkforcePostsQuery['localAuthority']>;
type Ending = RegistrationRowFragment & { readonly of: string };

/** Posts, what is vacant of them, and registrations that end: of the authority itself and of each practice. */
export function PostsPage() {
  const la = useViewer().laCode ?? '';
  const [search] = useSearchParams();
  const of = search.get('of');
  const operation = useOperation(WorkforcePostsDocument, { la }, { isEnabled: of === null });
  if (of !== null) {
    return (
      <WorkforcePage section="posts" title="Posts and registrations">
        <PostsOfEmployer of={of} />
      </WorkforcePage>
    );
  }
  return (
    <WorkforcePage section="posts" title="Posts and registrations">
      <Part what="Posts" operation={operation} shape="table" count={6}>
        {({ localAuthority }) =>
          localAuthority ? (
            <Posts authority={localAuthority} />
          ) : (
            <EmptyState title="There are no posts that you may see." />
          )
        }
      </Part>
    </WorkforcePage>
  );
}

function Posts({ authority }: { readonly authority: Authority }) {
  const employers = [authority, ...authority.practices];
  const ending = employers.flatMap(({ name, registrationsExpiring }): Ending[] =>
    registrationsExpiring.map((registration) => ({ ...registration, of: name })),
  );
  return (
    <>
      <StaffingTable employers={employers} />
      <Vacancies vacancies={employers.flatMap(vacanciesOf)} />
      <CutLists
        what="posts, vacant ones first"
        // Where the last post shown is held, all that are vacant are shown.
        lists={employers
          .filter(({ posts }) => posts.edges.at(-1)?.node.vacantFullTimeEquivalent)
          .map(({ id, name, posts }) => ({ id, name, list: posts }))}
      />
      <Registrations ending={ending} />
    </>
  );
}

function StaffingTable(props: {
  readonly employers: readonly {
    readonly id: string;
    readonly name: string;
    readonly staffing: StaffingRowFragment | null;
  }[];
}) {
  const told =
    (write: (staffing: StaffingRowFragment) => string) =>
    ({ staffing }: (typeof props.employers)[number]) =>
      staffing ? write(staffing) : 'Not open to you';
  return (
    <Table
      caption="Staff and posts today"
      rows={props.employers}
      rowKey={({ id }) => id}
      hasRowHeads
      columns={[
        { key: 'name', head: 'Employer', cell: ({ name }) => name },
        { key: 'people', head: 'People', isNumeric: true, cell: told(({ headcount }) => formatNumber(headcount)) },
        {
          key: 'fte',
          head: 'Whole-time equivalent',
          isNumeric: true,
          cell: told(({ fullTimeEquivalent }) => fteInWords(fullTimeEquivalent)),
        },
        {
          key: 'posts',
          head: 'Posts, whole-time',
          isNumeric: true,
          cell: told((staffing) => fteInWords(staffing.establishedFullTimeEquivalent)),
        },
        {
          key: 'vacant',
          head: 'Vacant',
          isNumeric: true,
          cell: told((staffing) => fteInWords(staffing.vacantFullTimeEquivalent)),
        },
        {
          key: 'cover',
          head: 'Of it covered by agency',
          isNumeric: true,
          cell: told((staffing) => fteInWords(staffing.agencyCoverFullTimeEquivalent)),
        },
        { key: 'students', head: 'Students', isNumeric: true, cell: told(({ students }) => formatNumber(students)) },
        { key: 'support', head: 'Front-line staff to one administrator', isNumeric: true, cell: told(supportInWords) },
      ]}
    />
  );
}

function supportInWords({ support }: StaffingRowFragment): string {
  const { frontLinePerAdministrator: beside, expectedFrontLinePerAdministrator: expected } = support;
  return beside === null
    ? 'No administrator'
    : `${fteInWords(Math.round(beside * 10) / 10)} (about ${expected} expected)`;
}

function Registrations({ ending }: { readonly ending: readonly Ending[] }) {
  if (ending.length === 0) return <EmptyState title="No registration ends within 90 days." />;
  return (
    <Table
      caption="Registrations that end within 90 days, or are not in force"
      rows={ending.toSorted((a, b) => a.daysLeft - b.daysLeft)}
      rowKey={({ number }) => number}
      hasRowHeads
      isDense
      columns={[
        {
          key: 'worker',
          head: 'Worker',
          cell: ({ worker }) => (
            <Link to={`${workforceTeamPath}/${encodeURIComponent(worker.id)}`}>{worker.name ?? worker.id}</Link>
          ),
        },
        { key: 'of', head: 'Employer', cell: ({ of }) => of },
        {
          key: 'status',
          head: 'Registration',
          cell: ({ status }) => (status === 'REGISTERED' ? 'In force' : <Tag colour="red">{codeInWords(status)}</Tag>),
        },
        {
          key: 'ends',
          head: 'Last day',
          cell: ({ expiresOn, daysLeft }) =>
            `${formatDate(expiresOn)}${daysLeft >= 0 ? `, in ${daysLeft} days` : ', past'}`,
        },
      ]}
    />
  );
}
