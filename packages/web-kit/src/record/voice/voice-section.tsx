import { Link } from '../../components/link.tsx';
import { formatDate } from '../../format/format.ts';
import {
  ChildVoicesDocument,
  RecordVoiceDocument,
  RecordVoicePromiseDocument,
  type ChildVoicesQuery,
  type VoiceEntryFragment,
  type VoicePromiseEntryFragment,
} from '../../generated/operations.ts';
import { entryPath } from '../entries/entries.tsx';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords, notKnownInWords } from '../entries/entry-rows.ts';
import { Face } from '../form/faces-field.tsx';
import { promiseFields, speakers, voiceFields } from './voice-fields.ts';
import { voiceInitial, voiceInput } from './voice-input.ts';
import { voiceAbouts, voiceScales } from './voice-scales.ts';

type Subject = Found<ChildVoicesQuery>;

const voices: EntryKind<Subject> = {
  path: 'said',
  title: 'In their words',
  one: 'what somebody said',
  entry: 'an entry of what somebody said',
  empty: 'Nothing that the child, carers or parents said is on record.',
  emptyHint: 'Take down what the child says in the child’s own words, and how content the child is.',
  fields: ({ head }) => voiceFields(head.dateOfBirth),
  entriesOf: ({ child }) => child.voices,
  headOf: ({ saidOn, speaker }) => `${choiceInWords(speakers, speaker)}, ${formatDate(String(saidOn))}`,
  inHead: ['saidOn', 'speaker', 'words'],
  moreRows: (entry) => voiceRows(entry as unknown as VoiceEntryFragment),
  after: ({ id }, { base, mayRecord }) =>
    mayRecord && (
      <p className="govuk-body">
        <Link to={`${base}/promises/new?about=${encodeURIComponent(id)}`}>Record a promise about it</Link>
      </p>
    ),
  mutation: RecordVoiceDocument,
  initialOf: (entry) => voiceInitial(entry as unknown as VoiceEntryFragment),
  inputOf: voiceInput,
};

function voiceRows({ words, ratings, scale }: VoiceEntryFragment) {
  return [
    ...(words ? [{ key: 'Their words', value: words }] : []),
    ...ratings.map((rating) => ({
      key: choiceInWords(voiceAbouts, rating.about),
      value: <Rating {...rating} scale={scale} />,
    })),
  ];
}

/** A score as its scale says it: a face with its words, or a number of ten. */
function Rating({ score, notKnown, scale }: VoiceEntryFragment['ratings'][number] & Pick<VoiceEntryFragment, 'scale'>) {
  if (score === null || scale === null) return notKnownInWords(notKnown);
  if (scale === 'ZERO_TO_TEN') return `${score} of 10`;
  const { choices, lowest } = voiceScales[scale];
  return (
    <span className="mainstay-rating">
      <Face mood={(score - lowest) / (choices.length - 1)} />
      {choiceInWords(choices, String(score))} ({score} of {choices.length})
    </span>
  );
}

/** What is promised about something that was said: open promises first, by the day they are due. */
export const promiseKind: EntryKind<Subject> = {
  path: 'promises',
  title: 'Promises',
  one: 'a promise',
  empty: 'No promises are on record.',
  emptyHint: 'When somebody asks for something, record what is promised about it, by whom and by when.',
  fields: ({ subject }) =>
    promiseFields(subject.child.voices.map((voice) => ({ value: voice.id, text: headOfVoice(voice) }))),
  entriesOf: ({ child }) => child.voices.flatMap((voice) => voice.promises).toSorted(openFirst),
  headOf: (entry) => promiseInWords(entry as unknown as VoicePromiseEntryFragment),
  inHead: ['dueOn'],
  moreRows: (entry) => promiseRows(entry as unknown as VoicePromiseEntryFragment),
  after: (entry, { base, mayRecord }) =>
    mayRecord &&
    entry['isKept'] === null && (
      <p className="govuk-body">
        <Link to={`${entryPath(base, 'promises', entry)}/settle`}>
          Say whether it was kept<span className="govuk-visually-hidden">: {String(entry['what'])}</span>
        </Link>
      </p>
    ),
  mutation: RecordVoicePromiseDocument,
  startOf: ({ search }) => ({ voiceId: search.get('about') ?? '' }),
};

function headOfVoice({ speaker, saidOn }: VoiceEntryFragment): string {
  return `${choiceInWords(speakers, speaker)}, ${formatDate(saidOn)}`;
}

function openFirst(one: VoicePromiseEntryFragment, other: VoicePromiseEntryFragment): number {
  if ((one.isKept === null) !== (other.isKept === null)) return one.isKept === null ? -1 : 1;
  return one.dueOn.localeCompare(other.dueOn) * (one.isKept === null ? 1 : -1);
}

function promiseInWords({ dueOn, isKept, isLate }: VoicePromiseEntryFragment): string {
  const day = formatDate(dueOn);
  if (isKept === null) return isLate ? `Late: was due by ${day}` : `By ${day}`;
  if (!isKept) return `Not kept: was due by ${day}`;
  return isLate ? `Kept late: was due by ${day}` : `Kept: was due by ${day}`;
}

function promiseRows({ isKept, settledOn, note, childTold }: VoicePromiseEntryFragment) {
  if (isKept === null) return [];
  return [
    { key: isKept ? 'Kept on' : 'Known on', value: formatDate(settledOn) },
    { key: isKept ? 'What was done' : 'Why not', value: note ?? '' },
    { key: 'Child told', value: toldInWords(childTold) },
  ];
}

function toldInWords(told: VoicePromiseEntryFragment['childTold']): string {
  if (!told || told.value === null) return notKnownInWords(told?.notKnown);
  return told.value ? 'Yes' : 'No';
}

/** What a child, the carers and the parents say, and what was promised about it. */
export const voiceSection: EntrySection<Subject> = {
  path: 'voice',
  title: 'The child’s voice',
  part: 'VOICE',
  query: ChildVoicesDocument,
  kinds: [voices, promiseKind],
};
