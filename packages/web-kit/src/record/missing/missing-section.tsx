import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { formatDate } from '../../format/format.ts';
import {
  ChildMissingDocument,
  RecordMissingDocument,
  RecordReturnInterviewDocument,
  type ChildMissingQuery,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import type { CareChange } from '../care-change/care-change.ts';
import { Spell, timeInWords } from '../care-change/spell.tsx';
import type { EntryKind, EntrySection, Found, LeadAt } from '../entries/entry-kind.ts';
import { codeChoices } from '../form/code-choices.ts';
import type { RecordField } from '../form/record-field.ts';

type Subject = Found<ChildMissingQuery>;

const isYes = (name: string) => (answers: Readonly<Record<string, string | undefined>>) => answers[name] === 'yes';

function interviewFields({ child }: Subject): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'missingFrom',
      label: 'Which time is it about?',
      choices: child.missingIncidents
        .filter(({ endedOn }) => endedOn !== null)
        .map((incident) => ({ value: incident.startedOn, text: `${incident.kind.meaning}, ${timeInWords(incident)}` })),
      isLong: true,
      missing: 'Choose which time it is about',
    },
    {
      kind: 'yes-no',
      name: 'offered',
      label: 'Was the child offered an interview?',
      short: 'Offered',
      missing: 'Say whether the child was offered an interview',
    },
    {
      kind: 'yes-no',
      name: 'accepted',
      label: 'Did the child accept it?',
      short: 'Accepted',
      missing: 'Say whether the child accepted it',
      isShown: isYes('offered'),
    },
    {
      kind: 'day',
      name: 'heldOn',
      label: 'When was it held?',
      hint: 'Leave it empty if it has not been held yet.',
      short: 'Held',
      none: 'Not held yet',
      isShown: (answers) => isYes('offered')(answers) && isYes('accepted')(answers),
    },
    {
      kind: 'words',
      name: 'said',
      label: 'What did the child say?',
      hint: 'Only what the child agrees to have written down. You can leave this empty.',
      short: 'What the child said',
      isShown: (answers) => isYes('offered')(answers) && isYes('accepted')(answers),
    },
  ];
}

const interviews: EntryKind<Subject> = {
  path: 'interviews',
  title: 'Interviews on return',
  one: 'a return interview',
  empty: 'No return interview is on record.',
  emptyHint: 'Somebody independent offers the child an interview within 72 hours of the return.',
  fields: ({ subject }) => interviewFields(subject),
  entriesOf: ({ child }) => child.returnInterviews,
  headOf: ({ missingFrom, returnedOn }) =>
    `After ${formatDate(String(missingFrom))} to ${formatDate(String(returnedOn))}`,
  inHead: ['missingFrom'],
  mutation: RecordReturnInterviewDocument,
  startOf: ({ subject, search }) => ({
    missingFrom:
      search.get('from') ?? subject.child.missingIncidents.find(({ endedOn }) => endedOn !== null)?.startedOn ?? '',
  }),
};

function Incidents({ child, at }: Subject & { readonly at: LeadAt }) {
  const { base, mayRecord } = at;
  const interviewed = new Set(child.returnInterviews.map(({ missingFrom }) => missingFrom));
  return (
    <>
      {mayRecord && <Button to={`${base}/record`}>Record that the child is missing or away</Button>}
      <h2 className="govuk-heading-m">Times missing or away</h2>
      {child.missingIncidents.length === 0 && (
        <EmptyState title="The child was never missing or away, as far as is on record." />
      )}
      {child.missingIncidents.map((incident) => {
        const { id, kind, startedOn, endedOn } = incident;
        return (
          <Spell key={id} id={id} heading={`${timeInWords(incident)}: ${kind.meaning}`}>
            {endedOn === null && (
              <p className="govuk-body">
                <Tag colour="red">Still gone</Tag>{' '}
                {mayRecord && <Link to={`${base}/record?from=${startedOn}`}>Record the return</Link>}
              </p>
            )}
            {mayRecord && endedOn !== null && !interviewed.has(startedOn) && (
              <p className="govuk-body">
                <Link to={`${base}/interviews/new?from=${startedOn}`}>
                  Record the return interview
                  <span className="govuk-visually-hidden">: {timeInWords(incident)}</span>
                </Link>
              </p>
            )}
          </Spell>
        );
      })}
    </>
  );
}

/** Times a child was missing or away, and the interviews on return. */
export const missingSection: EntrySection<Subject> = {
  path: 'missing',
  title: 'Missing',
  part: 'SAFETY',
  query: ChildMissingDocument,
  lead: ({ child }, at) => <Incidents child={child} at={at} />,
  kinds: [interviews],
};

const missingFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'kind',
    label: 'Is the child missing or away?',
    hint: 'Missing: nobody knows where the child is. Away: the place is known, and the child may not be there.',
    choices: codeChoices('MISSING'),
    missing: 'Choose whether the child is missing or away',
  },
  { kind: 'day', name: 'startedOn', label: 'Since which day?', isToday: true, missing: 'Enter the first day' },
  {
    kind: 'day',
    name: 'endedOn',
    label: 'On which day did the child come back?',
    hint: 'Leave it empty while the child is gone.',
  },
];

/** Records that a child is gone, or is back. */
export const missingChange: CareChange<Subject> = {
  path: 'record',
  title: 'Record a time missing or away',
  section: missingSection,
  fields: () => missingFields,
  startOf: ({ subject: { child }, search }) => {
    const incident = child.missingIncidents.find(({ startedOn }) => startedOn === search.get('from'));
    return incident ? { kind: incident.kind.code, startedOn: incident.startedOn, endedOn: incident.endedOn } : {};
  },
  mutation: RecordMissingDocument,
};
