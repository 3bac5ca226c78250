import { systemClock } from '@mainstay/primitives';
import {
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  formatAge,
  formatCount,
  Link,
  Pagination,
  readDate,
  Select,
  Table,
  useMutationOperation,
  useSearchParams,
} from '@mainstay/web-kit';
import { useEffect } from 'react';
import { readText, readTicked } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import {
  AppointReviewingOfficerDocument,
  type ChildrenAndOfficersQuery,
  type PersonNamedFragment,
} from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { reviewingOfficersPath } from '../urls.ts';

type ChildrenList = ChildrenAndOfficersQuery['children'];
type Child = ChildrenList['edges'][number]['node'];

interface AppointFormProps {
  readonly officers: readonly PersonNamedFragment[];
  readonly list: ChildrenList;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
  /** Called with the number of children. */
  readonly onAppointed: (children: number) => void;
}

/** Children with their officers, to be ticked, and the officer to appoint for those ticked. */
export function AppointForm({ officers, list, onFaults, onAppointed }: AppointFormProps) {
  const form = useForm();
  const appoint = useMutationOperation(AppointReviewingOfficerDocument);
  const hasFaults = form.faults.length > 0;
  useEffect(() => onFaults(hasFaults), [hasFaults, onFaults]);
  const rows = list.edges.map(({ node }) => node);
  if (rows.length === 0) return <EmptyState title="No child who is looked after today matches." />;
  const send = async (data: FormData) => {
    const childIds = readTicked(data, 'children');
    const officerId = readText(data, 'officer');
    const from = readDate(data, 'from');
    const faults = [];
    if (childIds.length === 0) faults.push({ message: 'Choose at least one child', fieldId: tickId(rows[0]) });
    if (!officerId) faults.push({ message: 'Choose an officer', fieldId: 'officer' });
    if (!from) faults.push({ message: 'Enter a first day that exists, such as 31 3 2026', fieldId: 'from-day' });
    if (faults.length > 0 || !from) return faults;
    const { appointIndependentReviewingOfficer: answer } = await appoint.run({ input: { childIds, officerId, from } });
    if (answer.__typename !== 'AppointIndependentReviewingOfficerSuccess')
      return [{ message: answer.message, fieldId: 'from-day' }];
    onAppointed(answer.children.length);
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <form onSubmit={(event) => form.submit(event, send)} noValidate>
        {form.errorOf(tickId(rows[0])) && (
          <p className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {form.errorOf(tickId(rows[0]))}
          </p>
        )}
        <ChildrenTable rows={rows} list={list} />
        <Select
          name="officer"
          label="Officer"
          error={form.errorOf('officer')}
          choices={[
            { value: '', text: 'Choose an officer' },
            ...officers.map((officer) => ({ value: officer.id, text: personInWords(officer) })),
          ]}
        />
        <DateInput
          name="from"
          label="First day"
          hint="The appointment before ends the day before. For example, 31 3 2026"
          defaultValue={systemClock.today()}
          error={form.errorOf('from-day')}
        />
        <Button isDisabled={form.isSending}>Appoint the officer</Button>
      </form>
    </>
  );
}

function ChildrenTable({ rows, list }: { readonly rows: readonly Child[]; readonly list: ChildrenList }) {
  const [search] = useSearchParams();
  const today = systemClock.today();
  const { hasNextPage, endCursor } = list.pageInfo;
  const addressOf = (after: string | null) => {
    const next = new URLSearchParams(search);
    if (after) next.set('after', after);
    else next.delete('after');
    return next.size > 0 ? `${reviewingOfficersPath}?${next}` : reviewingOfficersPath;
  };
  return (
    <>
      <Table
        caption={`${formatCount(list.totalCount, 'child', 'children')} looked after today, by number`}
        captionSize="s"
        rows={rows}
        rowKey={(child) => child.id}
        columns={[
          { key: 'number', head: 'Child', cell: (child) => <Tick child={child} /> },
          { key: 'age', head: 'Age', isNumeric: true, cell: (child) => formatAge(child.dateOfBirth, today) },
          {
            key: 'officer',
            head: 'Officer today',
            cell: ({ independentReviewingOfficer: officer }) => (officer ? personInWords(officer) : 'None appointed'),
          },
        ]}
      />
      {search.has('after') && (
        <p className="govuk-body">
          <Link to={addressOf(null)}>Back to the first page</Link>
        </p>
      )}
      <Pagination label="Pages of children" next={hasNextPage && endCursor ? addressOf(endCursor) : null} />
    </>
  );
}

function Tick({ child }: { readonly child: Child }) {
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={tickId(child)}
          name="children"
          type="checkbox"
          value={child.id}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={tickId(child)}>
          <span className="govuk-visually-hidden">Child</span> {child.localId}
        </label>
      </div>
    </div>
  );
}

function tickId(child: Child | undefined): string {
  return `child-${child?.localId}`;
}
