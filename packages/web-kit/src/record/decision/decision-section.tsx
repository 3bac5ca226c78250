import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { formatDate, formatInstant } from '../../format/format.ts';
import {
  ChildDecisionsDocument,
  RequestDecisionDocument,
  type ChildDecisionsQuery,
  type DecisionEntryFragment,
} from '../../generated/operations.ts';
import { useViewer } from '../../session/session.tsx';
import { entryPath } from '../entries/entries.tsx';
import type { Entry, EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { askFields } from './decision-fields.ts';
import { decisionLevels, decisionStatuses, decisionTypes, hoursInWords, isManager, reaches } from './decision-words.ts';

type Subject = Found<ChildDecisionsQuery>;

/** Questions about a child that somebody decides. */
export const decisionKind: EntryKind<Subject> = {
  path: '',
  title: 'Decisions',
  one: 'a question to be decided',
  newTitle: 'Ask for a decision',
  empty: 'Nothing has been asked to be decided.',
  emptyHint: 'Ask here for what you may not decide alone. Who decides is found out for you.',
  fields: askFields,
  entriesOf: ({ child }) => child.decisions,
  headOf: (entry) => {
    const { type, askedAt } = asDecision(entry);
    return `${choiceInWords(decisionTypes, type)}, asked on ${formatInstant(askedAt)}`;
  },
  inHead: ['type'],
  moreRows: (entry) => decisionRows(asDecision(entry)),
  after: (entry, { base, mayRecord }) =>
    mayRecord && <DecisionActions decision={asDecision(entry)} path={entryPath(base, '', entry)} />,
  mayChange: (entry) => isOpen(asDecision(entry)),
  mayWithdraw: (entry, { role, personId }) =>
    isManager(role) || (isOpen(asDecision(entry)) && asDecision(entry).askedBy.id === personId),
  mutation: RequestDecisionDocument,
};

function asDecision(entry: Entry): DecisionEntryFragment {
  return entry as unknown as DecisionEntryFragment;
}

/** True while a question waits for an answer. */
export function isOpen({ status }: Pick<DecisionEntryFragment, 'status'>): boolean {
  return status === 'ASKED' || status === 'MORE_ASKED';
}

function decisionRows(decision: DecisionEntryFragment) {
  const { status, level, isEscalated, isLate, askedBy, decidedAt, decidedBy, answer, hours } = decision;
  const { text, colour } = decisionStatuses[status];
  return [
    {
      key: 'Where it stands',
      value: (
        <>
          <Tag colour={colour}>{text}</Tag> {isLate && <Tag colour="red">Late</Tag>}
        </>
      ),
    },
    { key: 'Asked by', value: askedBy.name ?? 'Somebody' },
    {
      key: 'Who decides',
      value: `${choiceInWords(decisionLevels, level)}${isEscalated ? ' (passed on higher, or outside the practice)' : ''}`,
    },
    ...(answer === null ? [] : [{ key: 'Answer', value: answer }]),
    ...(decidedAt === null
      ? []
      : [{ key: 'Decided', value: `${formatInstant(decidedAt)} by ${decidedBy?.name ?? 'somebody'}` }]),
    { key: decidedAt === null ? 'Has waited' : 'Took', value: hoursInWords(hours) },
  ];
}

function DecisionActions({ decision, path }: { readonly decision: DecisionEntryFragment; readonly path: string }) {
  const { role, personId } = useViewer();
  if (!isOpen(decision)) return null;
  const isOwn = decision.askedBy.id === personId;
  const mayPassOn = decision.level !== 'DIRECTOR' && (isOwn || reaches(role, decision.level));
  const about = <span className="govuk-visually-hidden">: {choiceInWords(decisionTypes, decision.type)}</span>;
  return (
    <ul className="govuk-list">
      {(decision.mayDecide || mayPassOn) && (
        <li>
          <Link to={`${path}/decide`}>
            {decision.mayDecide ? 'Decide' : 'Pass it on to somebody higher'}
            {about}
          </Link>
        </li>
      )}
      {(isOwn || isManager(role)) && (
        <li>
          <Link to={`${path}/reply`}>Add something, or take the question back{about}</Link>
        </li>
      )}
    </ul>
  );
}

/** What was asked to be decided about a child. */
export const decisionSection: EntrySection<Subject> = {
  path: 'decisions',
  title: 'Decisions',
  part: 'DECISIONS',
  query: ChildDecisionsDocument,
  kinds: [decisionKind],
};

/** By when an answer is needed, in words. */
export function neededInWords(neededBy: string | null): string {
  return neededBy === null ? 'No hurry' : formatDate(neededBy);
}
