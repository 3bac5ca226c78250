import { addDays, systemClock } from '@mainstay/primitives';
import { Table } from '../../components/table.tsx';
import { formatDate } from '../../format/format.ts';
import {
  ChildContactDocument,
  ChildContactTotalsDocument,
  RecordContactDocument,
  RecordContactPlanDocument,
  type ChildContactQuery,
} from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { Part } from '../../page/part.tsx';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { contactFields, contactInitial, contactInput, contactPlanFields } from './contact-fields.ts';
import { outcomes, relations } from './contact-words.ts';

type Subject = Found<ChildContactQuery>;

const plans: EntryKind<Subject> = {
  path: 'plans',
  title: 'What is planned and what is barred',
  one: 'a contact plan',
  empty: 'No contact is planned or barred.',
  emptyHint: 'Record for each person who matters to the child how often they are to be in contact, or what bars it.',
  fields: contactPlanFields,
  entriesOf: ({ child }) => child.contactPlans,
  headOf: ({ personName, relation, isBarred }) =>
    `${String(personName)}, ${choiceInWords(relations, relation).toLowerCase()}: ${isBarred ? 'barred' : 'planned'}`,
  inHead: ['personName', 'relation', 'isBarred'],
  mutation: RecordContactPlanDocument,
};

const contacts: EntryKind<Subject> = {
  path: 'held',
  title: 'Contact that took place, or should have',
  one: 'contact',
  empty: 'No contact is on record.',
  emptyHint: 'Record contact that was due and did not take place as well.',
  fields: ({ subject }) =>
    contactFields(
      subject.child.contactPlans.map(({ id, personName, relation, isBarred }) => ({
        value: id,
        text: `${personName}, ${choiceInWords(relations, relation).toLowerCase()}${isBarred ? ' (barred)' : ''}`,
      })),
    ),
  entriesOf: ({ child }) => child.contacts,
  headOf: ({ heldOn, personName, outcome }) =>
    `${formatDate(String(heldOn))}: ${String(personName)}${outcome === 'TOOK_PLACE' ? '' : `, ${choiceInWords(outcomes, outcome).toLowerCase()}`}`,
  inHead: ['heldOn', 'planId', 'personName', 'outcome'],
  moreRows: ({ wasBarred, isBreach }) =>
    wasBarred && !isBreach
      ? [{ key: 'Barred that day', value: 'Yes, as is known now: it was not known when this was recorded' }]
      : [],
  mutation: RecordContactDocument,
  initialOf: ({ plan }) => contactInitial(plan),
  inputOf: contactInput,
};

const WEEKS = 12;

function Totals({ id }: { readonly id: string }) {
  const to = systemClock.today();
  const from = addDays(to, -7 * WEEKS);
  const operation = useOperation(ChildContactTotalsDocument, { id, from, to });
  return (
    <Part what="Contact against what was planned" operation={operation} shape="table" count={3}>
      {({ child }) =>
        child &&
        child.contactTotals.length > 0 && (
          <Table
            caption={`The last ${WEEKS} weeks: ${formatDate(from)} to ${formatDate(to)}`}
            captionSize="s"
            hasRowHeads
            rows={child.contactTotals}
            rowKey={({ personName, relation }) => `${personName} ${relation}`}
            columns={[
              { key: 'person', head: 'Person', cell: ({ personName }) => personName },
              {
                key: 'planned',
                head: 'Planned',
                isNumeric: true,
                cell: ({ plannedTimes, isBarred }) => plannedTimes ?? (isBarred ? 'Barred' : 'None'),
              },
              { key: 'held', head: 'Took place', isNumeric: true, cell: ({ tookPlace }) => tookPlace },
              { key: 'not-held', head: 'Did not', isNumeric: true, cell: ({ notHeld }) => notHeld },
              { key: 'breaches', head: 'Although barred', isNumeric: true, cell: ({ breaches }) => breaches },
            ]}
          />
        )
      }
    </Part>
  );
}

/** Contact with family and others: what is planned, barred and took place. */
export const contactSection: EntrySection<Subject> = {
  path: 'contact',
  title: 'Contact',
  part: 'CONTACT',
  query: ChildContactDocument,
  overview: ({ child }) => <Totals id={child.id} />,
  kinds: [contacts, plans],
};
