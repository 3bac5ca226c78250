import {
  Button,
  ButtonGroup,
  DateInput,
  Details,
  ErrorSummary,
  formatDate,
  readDate,
  Select,
  TextInput,
  useNavigate,
  type Choice,
} from '@mainstay/web-kit';
import { useEffect } from 'react';
import type { AuditKind, PersonNamedFragment } from '../generated/operations.ts';
import { readText } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import { personInWords, personWithRole } from '../person/person-words.ts';
import { auditPath } from '../urls.ts';
import { addressOfFilters, type AuditFilters } from './audit-filters.ts';
import { kindInWords, kindsInWords } from './audit-words.ts';

const dayFault = (field: string) => ({
  message: `Enter ${field === 'from' ? 'a first' : 'a last'} day that exists, such as 31 3 2026, or leave it empty`,
  fieldId: `${field}-day`,
});

/** What the audit can be searched by. Searching changes the page's address. */
export function AuditFilterForm({
  filters,
  people,
  onFaults,
}: {
  readonly filters: AuditFilters;
  readonly people: readonly PersonNamedFragment[];
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const navigate = useNavigate();
  const form = useForm();
  const hasFaults = form.faults.length > 0;
  useEffect(() => onFaults(hasFaults), [hasFaults, onFaults]);
  const search = async (data: FormData) => {
    const days = (['from', 'to'] as const).map((name) => ({
      name,
      day: readDate(data, name),
      isEmpty: isEmpty(data, name),
    }));
    const faults = days.filter(({ day, isEmpty: isLeftOut }) => !day && !isLeftOut).map(({ name }) => dayFault(name));
    const [from, to] = days.map(({ day }) => day);
    if (from && to && to < from)
      faults.push({ message: 'The last day must not be before the first', fieldId: 'to-day' });
    if (faults.length > 0) return faults;
    navigate(
      `${auditPath}${addressOfFilters({
        from: from ?? null,
        to: to ?? null,
        person: readText(data, 'person') || null,
        kind: (readText(data, 'kind') || null) as AuditKind | null,
        childNumber: readText(data, 'child') || null,
      })}`,
    );
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <Details summary={`Search: ${filtersInWords(filters, people)}`} isOpen={hasFaults}>
        <form onSubmit={(event) => form.submit(event, search)} noValidate>
          <DateInput
            name="from"
            label="First day"
            hint="For example, 31 3 2026. Leave it empty to begin with the first event there is."
            defaultValue={filters.from}
            error={form.errorOf('from-day')}
          />
          <DateInput
            name="to"
            label="Last day"
            hint="Leave it empty to end with the newest."
            defaultValue={filters.to}
            error={form.errorOf('to-day')}
          />
          <Select
            name="person"
            label="Person"
            defaultValue={filters.person ?? ''}
            choices={peopleToChoose(people, filters)}
          />
          <Select
            name="kind"
            label="What was done"
            defaultValue={filters.kind ?? ''}
            choices={[
              { value: '', text: 'Anything' },
              ...kindsInWords.map(({ kind, words }) => ({ value: kind, text: words })),
            ]}
          />
          <TextInput
            name="child"
            label="Child’s number"
            hint="The whole number by which the authority calls the child."
            width={10}
            spellCheck={false}
            autoComplete="off"
            defaultValue={filters.childNumber ?? ''}
          />
          <ButtonGroup>
            <Button>Search</Button>
            <Button kind="secondary" to={auditPath}>
              Clear the search
            </Button>
          </ButtonGroup>
        </form>
      </Details>
    </>
  );
}

function isEmpty(data: FormData, name: string): boolean {
  return ['day', 'month', 'year'].every((part) => readText(data, `${name}-${part}`) === '');
}

function peopleToChoose(people: readonly PersonNamedFragment[], { person }: AuditFilters): Choice[] {
  const choices = [
    { value: '', text: 'Anybody' },
    ...people.map((one) => ({ value: one.id, text: personWithRole(one) })),
  ];
  // Somebody who has left, or a machine, may still be asked for by an address.
  if (person && !people.some(({ id }) => id === person)) choices.push({ value: person, text: person });
  return choices;
}

function filtersInWords(filters: AuditFilters, people: readonly PersonNamedFragment[]): string {
  const { from, to, person, kind, childNumber } = filters;
  const words = [];
  if (from) words.push(`from ${formatDate(from)}`);
  if (to) words.push(`to ${formatDate(to)}`);
  if (person)
    words.push(`by ${personInWords(people.find(({ id }) => id === person) ?? { id: person, name: null, role: null })}`);
  if (kind) words.push(kindInWords(kind).toLowerCase());
  if (childNumber) words.push(`about child ${childNumber}`);
  return words.join(', ') || 'everything, newest first';
}
