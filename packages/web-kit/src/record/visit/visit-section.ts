import { formatDate } from '../../format/format.ts';
import { ChildVisitsDocument, RecordVisitDocument, type ChildVisitsQuery } from '../../generated/operations.ts';
import type { Entry, EntryKind, Found, EntrySection } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { visitFields, visitPurposes } from './visit-fields.ts';

type Subject = Found<ChildVisitsQuery>;

const visits: EntryKind<Subject> = {
  path: '',
  title: 'Visits',
  one: 'a visit',
  empty: 'No visits are on record.',
  emptyHint: 'Record a visit as soon as you have made it: it takes less than a minute.',
  fields: visitFields,
  entriesOf: ({ child }) => child.visits,
  headOf: ({ visitedOn, isSeen, purpose }) => {
    const kind = choiceInWords(visitPurposes, purpose);
    return `${formatDate(String(visitedOn))}: ${isSeen ? kind : `${kind}, child not seen`}`;
  },
  inHead: ['visitedOn', 'purpose'],
  moreRows: (visit) => [{ key: 'By', value: workerInWords(visit) }],
  mutation: RecordVisitDocument,
  inputOf: (input, { entry, viewer }) => {
    const worker = entry?.['worker'] as { readonly id: string } | null | undefined;
    return { ...input, workerId: entry ? (worker?.id ?? null) : (viewer.workerId ?? null) };
  },
};

function workerInWords(visit: Entry): string {
  const worker = visit['worker'] as { readonly id: string; readonly name: string | null } | null;
  return worker ? (worker.name ?? worker.id) : 'Not recorded';
}

/** The visits to a child, newest first. */
export const visitSection: EntrySection<Subject> = {
  path: 'visits',
  title: 'Visits',
  part: 'VISITS',
  query: ChildVisitsDocument,
  kinds: [visits],
};
