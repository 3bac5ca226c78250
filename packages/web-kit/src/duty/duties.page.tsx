import type { ReactNode } from 'react';
import { Link } from '../components/link.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { formatCount, formatDate } from '../format/format.ts';
import {
  DutiesOfAuthorityDocument,
  DutiesOfPracticeDocument,
  type DutyPageFragment,
  type DutyState,
  type DutyTallyFragment,
} from '../generated/operations.ts';
import { useOperation, type Operation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useSearchParams } from '../routing/router.tsx';
import { useViewer } from '../session/session.tsx';
import { openStates } from './duty-words.ts';
import { WorkList, WorkTable } from './work-list.tsx';

/** What a page of duties needs from the module it stands in. */
export interface DutiesPageProps {
  /** The practice whose children they are about; null for the viewer's authority. */
  readonly practice: string | null;
  readonly childrenPath: string;
  /** Shown beside the title: the way to one's own time diary. */
  readonly aside?: ReactNode;
}

const PAGE = 50;

interface Duties {
  readonly duties: DutyPageFragment;
  readonly dutyCounts: DutyTallyFragment | null;
}

/**
 * What must be done for children by when. For a social worker: a day's work, what hurts a child first at the top. For
 * managers: the same of everybody, and how it lies among the workers. Each row opens the task itself.
 */
export function DutiesPage({ practice, childrenPath, aside }: DutiesPageProps) {
  const { workerId = null, role, organisation } = useViewer();
  const [search] = useSearchParams();
  const isWorker = role.endsWith('-worker') && workerId !== null;
  const worker = search.get('worker') ?? (isWorker && !search.has('all') ? workerId : null);
  const state = openStates.find(({ value }) => value === search.get('state'))?.value ?? null;
  const operation = useDuties(practice, { worker, state, after: search.get('after') });
  return (
    <Page title={isWorker && worker === workerId ? 'My day' : 'What is due'} caption={organisation} aside={aside}>
      <Part what="What is due" operation={operation} shape="table" count={8}>
        {(data) => (
          <>
            <Chooser worker={worker} workerId={isWorker ? workerId : null} state={state} />
            <List duties={data.duties} childrenPath={childrenPath} isOfOne={worker !== null} />
            {!isWorker && <Workers counts={data.dutyCounts} />}
          </>
        )}
      </Part>
    </Page>
  );
}

function useDuties(
  practice: string | null,
  asked: { worker: string | null; state: DutyState | null; after: string | null },
): Operation<Duties> {
  const { laCode } = useViewer();
  const filter = { worker: asked.worker, states: asked.state ? [asked.state] : null };
  const page = { filter, first: PAGE, after: asked.after };
  const options = { keepPrevious: true };
  const ofPractice = useOperation(
    DutiesOfPracticeDocument,
    { practice: practice ?? '', ...page },
    { ...options, isEnabled: practice !== null },
  );
  const ofAuthority = useOperation(
    DutiesOfAuthorityDocument,
    { la: laCode ?? '', ...page },
    { ...options, isEnabled: practice === null },
  );
  if (practice === null) return { ...ofAuthority, data: ofAuthority.data?.localAuthority ?? undefined };
  return { ...ofPractice, data: ofPractice.data?.practice ?? undefined };
}

function Chooser(props: {
  readonly worker: string | null;
  readonly workerId: string | null;
  readonly state: DutyState | null;
}) {
  const { worker, workerId, state } = props;
  const address = (changed: Record<string, string | null>) => {
    const search = new URLSearchParams();
    const wanted = { worker: worker === workerId ? null : worker, all: workerId && !worker ? '1' : null, state };
    for (const [name, value] of Object.entries({ ...wanted, ...changed })) if (value) search.set(name, value);
    return `?${search}`;
  };
  const current = (isIt: boolean) => (isIt ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <nav aria-label="What is shown" className="mainstay-chooser">
      <ul className="govuk-list">
        {workerId && (
          <li>
            {worker === null ? (
              <Link to={address({ all: null, worker: null })}>Only my children</Link>
            ) : (
              <Link to={address({ all: '1', worker: null })}>Everybody’s children</Link>
            )}
          </li>
        )}
        {!workerId && worker && (
          <li>
            <Link to={address({ worker: null })}>All social workers</Link>
          </li>
        )}
        <li>
          <Link to={address({ state: null })} {...current(state === null)}>
            All that is not done
          </Link>
        </li>
        {openStates.map(({ value, text }) => (
          <li key={value}>
            <Link to={address({ state: value })} {...current(state === value)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function List(props: {
  readonly duties: DutyPageFragment;
  readonly childrenPath: string;
  /** True when all are of one worker's children: the worker is then not said again. */
  readonly isOfOne: boolean;
}) {
  const { duties, childrenPath, isOfOne } = props;
  const [search] = useSearchParams();
  if (duties.totalCount === 0) {
    return <EmptyState title={`Nothing of this is due, as at ${formatDate(duties.asAt)}.`} />;
  }
  const next = duties.pageInfo.hasNextPage && duties.pageInfo.endCursor;
  const rest = [...search].filter(([name]) => name !== 'after');
  const rows = duties.edges.map(({ node }) => node);
  const childPath = (id: string) => `${childrenPath}/${encodeURIComponent(id)}`;
  const caption = `${formatCount(duties.totalCount, 'thing')} to do as at ${formatDate(duties.asAt)}, what hurts a child first`;
  return (
    <>
      {isOfOne ? (
        <WorkList caption={caption} rows={rows} childPath={childPath} />
      ) : (
        <WorkTable caption={caption} rows={rows} childPath={childPath} />
      )}
      <Pagination
        label="Pages of what is due"
        next={next ? `?${new URLSearchParams([...rest, ['after', next]])}` : null}
      />
    </>
  );
}

/** How what is not done lies among the workers, the most late first. */
function Workers({ counts }: { readonly counts: DutyTallyFragment | null }) {
  if (!counts) return null;
  const byWorker = Map.groupBy(counts.byWorker, ({ worker }) => worker?.id ?? '');
  const rows = [...byWorker].map(([id, tallies]) => ({
    id,
    name: tallies[0]?.worker?.name ?? (id || 'Nobody'),
    count: (state: DutyState) => tallies.find((tally) => tally.state === state)?.count ?? 0,
  }));
  return (
    <section>
      <h2 className="govuk-heading-m">By social worker</h2>
      <Table
        caption={`What is not done by social worker, as at ${formatDate(counts.asAt)}`}
        isCaptionHidden
        hasRowHeads
        rows={rows.toSorted((one, other) => other.count('LATE') - one.count('LATE'))}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'worker',
            head: 'Social worker',
            cell: ({ id, name }) => (id ? <Link to={`?worker=${id}`}>{name}</Link> : name),
          },
          ...openStates.map(({ value, text }) => ({
            key: value,
            head: text,
            isNumeric: true,
            cell: (row: (typeof rows)[number]) => row.count(value),
          })),
        ]}
      />
    </section>
  );
}
