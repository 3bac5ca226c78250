import {
  Breadcrumbs,
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  formatCount,
  formatDate,
  formatShortDate,
  Link,
  Page,
  Part,
  readDate,
  Select,
  Table,
  useOperation,
  useSearchParams,
  useSession,
  useViewer,
  type Column,
} from '@mainstay/web-kit';
import { isPlainDate, systemClock, type PlainDate } from '@mainstay/primitives';
import { useState, type SyntheticEvent } from 'react';
import { AnnexAListDocument, type AnnexAListQuery } from '../generated/operations.ts';
import { childPath, returnsPath } from '../urls.ts';
import { downloadWorkbook } from './download-workbook.ts';

/** The lists that are drawn from what Mainstay holds. */
const LISTS = [
  { value: '8', text: 'List 8: Children in care' },
  { value: '9', text: 'List 9: Care leavers' },
  { value: '10', text: 'List 10: Adoption' },
  { value: '6', text: 'List 6: Children in need' },
];

type DrawnList = NonNullable<NonNullable<AnnexAListQuery['localAuthority']>['annexA']>;

/** Ofsted's child-level lists as at a day: looked through on the page, and saved as the workbook that Ofsted asks for. */
export function AnnexAPage() {
  const { laCode, organisation } = useViewer();
  const [search, setSearch] = useSearchParams();
  const [fault, setFault] = useState<string | null>(null);
  const today = systemClock.today();
  const asked = search.get('asAt') ?? '';
  const asAt = isPlainDate(asked) && asked <= today ? asked : today;
  const list = LISTS.find(({ value }) => value === search.get('list'))?.value ?? '8';
  const operation = useOperation(
    AnnexAListDocument,
    { la: laCode ?? '', list: Number(list), asAt },
    { keepPrevious: true },
  );
  const choose = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = readDate(form, 'asAt');
    if (!day || day > today) return setFault('Enter a day up to today');
    setFault(null);
    const chosen = form.get('list');
    setSearch(new URLSearchParams({ list: typeof chosen === 'string' ? chosen : '8', asAt: day }));
  };
  return (
    <Page
      title="Lists for an inspection"
      caption={organisation}
      hasErrors={fault !== null}
      before={<Breadcrumbs crumbs={[{ text: 'Returns', to: returnsPath }]} />}
    >
      <ErrorSummary faults={fault ? [{ message: fault, fieldId: 'asAt-day' }] : []} />
      <p className="govuk-body mainstay-page__narrow">
        Ofsted asks for these child-level lists when it inspects (Annex A). They are drawn from what is on record on the
        day; the workbook says of each column what it was filled from, and why what is blank is blank.
      </p>
      <form onSubmit={choose} noValidate className="mainstay-page__narrow">
        <Select name="list" label="List" choices={LISTS} defaultValue={list} />
        <DateInput name="asAt" label="As at" defaultValue={asAt} error={fault ?? undefined} />
        <Button kind="secondary">Show the list</Button>
      </form>
      <Download la={laCode ?? ''} asAt={asAt} />
      <Part what="The list" operation={operation} shape="table" count={8}>
        {(data) =>
          data.localAuthority?.annexA ? (
            <OneList list={data.localAuthority.annexA} asAt={asAt} />
          ) : (
            <EmptyState title="Your authority’s analysts and managers draw these lists." />
          )
        }
      </Part>
    </Page>
  );
}

function Download({ la, asAt }: { readonly la: string; readonly asAt: PlainDate }) {
  const { demonstration } = useSession();
  const [state, setState] = useState<{ readonly words: string; readonly isRunning: boolean }>();
  const download = () => {
    setState({ words: 'Drawing the lists', isRunning: true });
    void downloadWorkbook({ la, asAt, isDemonstration: demonstration }, (drawn) =>
      setState({ words: `${drawn} of 11 lists drawn`, isRunning: true }),
    )
      .then(() => setState({ words: 'The workbook is saved.', isRunning: false }))
      .catch((error: Error) => setState({ words: error.message, isRunning: false }));
  };
  return (
    <>
      <Button type="button" onClick={download} isDisabled={state?.isRunning ?? false}>
        Download the workbook as at {formatDate(asAt)}
      </Button>
      <p className="govuk-body" role="status">
        {state?.words}
      </p>
    </>
  );
}

function OneList({ list, asAt }: { readonly list: DrawnList; readonly asAt: PlainDate }) {
  const heading = `List ${list.number}: ${list.title}`;
  if (list.rows.length === 0) return <EmptyState title={`${heading}: no rows.`}>{list.whyEmpty}</EmptyState>;
  const columns = list.columns.map(({ name, kind }, index): Column<DrawnList['rows'][number]> => ({
    key: name,
    head: name,
    isNumeric: kind === 'NUMBER',
    cell: (row) => {
      const cell = row.cells[index] ?? null;
      if (name === 'Child Unique ID') return <Link to={childPath(row.child.id)}>{cell}</Link>;
      if (name === 'Allocated Worker' && row.worker?.name) return `${row.worker.name} (${row.worker.id})`;
      return cell !== null && kind === 'DATE' ? formatShortDate(cell as PlainDate) : (cell ?? '–');
    },
  }));
  return (
    <Table
      caption={`${heading}: ${formatCount(list.rows.length, 'row')} as at ${formatDate(asAt)}`}
      isDense
      rows={list.rows}
      rowKey={(row) => row.child.id}
      columns={columns}
    />
  );
}
