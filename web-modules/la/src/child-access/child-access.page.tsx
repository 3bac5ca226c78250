import {
  Breadcrumbs,
  Button,
  ButtonGroup,
  EmptyState,
  formatCount,
  formatInstant,
  InsetText,
  Link,
  Page,
  Pagination,
  Part,
  PartMissing,
  runOperation,
  Table,
  useLocation,
  useOperation,
  useParams,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { useActingFor } from '../audit/acting-for.ts';
import { CsvOfAll, fetchAll } from '../audit/csv-of-all.tsx';
import { purposeInWords } from '../audit/purpose-words.ts';
import {
  ChildAccessesDocument,
  type ChildAccessesQuery,
  type ChildAccessRowFragment,
} from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { childPath, childrenPath } from '../urls.ts';
import { howInWords, waysOfLooking } from './access-words.ts';

/** Who may see this page: managers, and IROs for the children they review. */
const READERS = ['la-manager', 'la-iro'];
const TITLE = 'Who looked at this record';

type Child = NonNullable<ChildAccessesQuery['child']>;
type Access = ChildAccessRowFragment;

/** Everyone who opened one child's record, saw it in a list or changed something: to be read, printed and given. */
export function ChildAccessPage() {
  const { childId = '' } = useParams();
  const { role, organisation } = useViewer();
  if (!READERS.includes(role)) {
    return (
      <Page title={TITLE} caption={organisation} before={<Way />} isNarrow>
        <InsetText>
          This page is for the managers of {organisation}, and for the child’s Independent Reviewing Officer.
        </InsetText>
        <p className="govuk-body">
          A child, or somebody who speaks for them, can be given this list: ask one of these people to print it.
        </p>
      </Page>
    );
  }
  return <OneChild childId={childId} />;
}

function OneChild({ childId }: { readonly childId: string }) {
  const [search] = useSearchParams();
  const operation = useOperation(
    ChildAccessesDocument,
    { id: childId, first: 25, after: search.get('after') },
    { keepPrevious: true },
  );
  const child = operation.data?.child;
  return (
    <Page title={TITLE} caption={child && `Child ${child.localId}`} before={<Way {...(child ? { child } : {})} />}>
      <Part what="Who looked at this record" operation={operation} shape="table">
        {(data) =>
          data.child ? (
            <Accesses child={data.child} isLater={search.get('after') !== null} />
          ) : (
            <EmptyState title="There is no such child that you may see.">
              The record may belong to another organisation, or the address may be mistyped.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function Way({ child }: { readonly child?: Child }) {
  const record = child ? [{ text: `Child ${child.localId}`, to: childPath(child.id) }] : [];
  return <Breadcrumbs crumbs={[{ text: 'Children', to: childrenPath }, ...record]} />;
}

function Accesses({ child, isLater }: { readonly child: Child; readonly isLater: boolean }) {
  const { pathname } = useLocation();
  const [all, setAll] = useState<readonly Access[]>();
  const { accesses } = child;
  const { hasNextPage, endCursor } = accesses.pageInfo;
  const isWhole = all !== undefined || (!isLater && !hasNextPage);
  const fetchPage = async (after: string | null) =>
    (await runOperation(ChildAccessesDocument, { id: child.id, first: 100, after })).data.child?.accesses;
  return (
    <>
      <Explanation child={child} />
      <TakeAway child={child} fetchPage={fetchPage} isWhole={isWhole} onAll={setAll} />
      {accesses.totalCount === 0 ? (
        <EmptyState title="Nobody has looked at this record." />
      ) : (
        <AccessTable
          accesses={all ?? accesses.edges.map(({ node }) => node)}
          caption={`${formatCount(accesses.totalCount, 'entry', 'entries')}, newest first`}
        />
      )}
      {!all && isLater && (
        <p className="govuk-body">
          <Link to={pathname}>Back to the first page</Link>
        </p>
      )}
      <Pagination
        label="Pages of who looked"
        next={!all && hasNextPage && endCursor ? `${pathname}?after=${encodeURIComponent(endCursor)}` : null}
      />
    </>
  );
}

function Explanation({ child }: { readonly child: Child }) {
  return (
    <>
      <p className="govuk-body">
        This list says who has looked at the record of the child with the number {child.localId}. For each person it
        says when, who they work for, how closely they looked, and what for. It does not say what the record says.
      </p>
      <p className="govuk-body">
        The child has a right to know who looks at what is written about them. This list can be given to the child, or
        to somebody who speaks for them: an advocate, say.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {waysOfLooking.map(({ words, meaning }) => (
          <li key={words}>
            <strong>{words}:</strong> {meaning}
          </li>
        ))}
      </ul>
    </>
  );
}

function TakeAway(props: {
  readonly child: Child;
  readonly fetchPage: Parameters<typeof fetchAll<Access>>[0];
  /** True when the whole list is on the page: printing then leaves nothing out. */
  readonly isWhole: boolean;
  readonly onAll: (all: readonly Access[]) => void;
}) {
  const { child, fetchPage, isWhole, onAll } = props;
  const [error, setError] = useState<string>();
  const actingFor = useActingFor();
  const showAll = () => {
    setError(undefined);
    fetchAll(fetchPage).then(
      ({ nodes }) => onAll(nodes),
      (reason: Error) => setError(reason.message),
    );
  };
  if (child.accesses.totalCount === 0) return null;
  return (
    <>
      {error && <PartMissing what="The whole list" reason={error} onRetry={showAll} />}
      <ButtonGroup>
        {isWhole ? (
          <Button kind="secondary" type="button" onClick={() => window.print()}>
            Print
          </Button>
        ) : (
          <Button kind="secondary" type="button" onClick={showAll}>
            Show the whole list, to print it
          </Button>
        )}
        <CsvOfAll
          fileName="who-looked.csv"
          of="everyone who looked"
          columns={['When', 'Who', 'For whom', 'How', 'What for']}
          fetchPage={fetchPage}
          row={(access) => [
            formatInstant(access.at),
            personInWords(access.person),
            actingFor(access),
            howInWords(access.how),
            purposeInWords(access.purpose),
          ]}
        />
      </ButtonGroup>
    </>
  );
}

function AccessTable({ accesses, caption }: { readonly accesses: readonly Access[]; readonly caption: string }) {
  const actingFor = useActingFor();
  return (
    <Table
      caption={caption}
      captionSize="s"
      rows={accesses.map((access, index) => ({ ...access, key: `${access.at} ${index}` }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'when', head: 'When', cell: (row) => formatInstant(row.at) },
        { key: 'who', head: 'Who', cell: (row) => personInWords(row.person) },
        { key: 'as', head: 'Working as, and for', cell: (row) => (row.person ? actingFor(row) : '–') },
        { key: 'how', head: 'What they did', cell: (row) => howInWords(row.how) },
        { key: 'purpose', head: 'What for', cell: (row) => purposeInWords(row.purpose) },
      ]}
    />
  );
}
