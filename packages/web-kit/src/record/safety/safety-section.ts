import { formatDate } from '../../format/format.ts';
import {
  ChildSafetyDocument,
  RecordOffendingOutcomeDocument,
  RecordSafetyEventDocument,
  type ChildSafetyQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { offendingFields, offendingOutcomes, safetyEventFields, safetyEventKinds } from './safety-fields.ts';

type Subject = Found<ChildSafetyQuery>;

const events: EntryKind<Subject> = {
  path: 'events',
  title: 'Harm and risk',
  one: 'harm or a risk',
  entry: 'an entry on harm or risk',
  empty: 'No harm or risk is on record.',
  emptyHint: 'Record it as soon as you know of it. A child in danger now is not a matter for this form: call 999.',
  fields: safetyEventFields,
  entriesOf: ({ child }) => child.safetyEvents,
  headOf: ({ happenedOn, kind }) => `${formatDate(String(happenedOn))}: ${choiceInWords(safetyEventKinds, kind)}`,
  inHead: ['happenedOn', 'kind'],
  mutation: RecordSafetyEventDocument,
};

const offending: EntryKind<Subject> = {
  path: 'offending',
  title: 'Cautions and convictions',
  one: 'a caution or conviction',
  empty: 'No caution or conviction is on record.',
  fields: offendingFields,
  entriesOf: ({ child }) => child.offendingOutcomes,
  headOf: ({ happenedOn, kind }) => `${formatDate(String(happenedOn))}: ${choiceInWords(offendingOutcomes, kind)}`,
  inHead: ['happenedOn', 'kind'],
  mutation: RecordOffendingOutcomeDocument,
};

/** Harm, the risk of it, and offending. */
export const safetySection: EntrySection<Subject> = {
  path: 'safety',
  title: 'Safety',
  part: 'SAFETY',
  query: ChildSafetyDocument,
  kinds: [events, offending],
};
