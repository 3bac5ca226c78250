import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import {
  ChildReviewsDocument,
  PrepareReviewDocument,
  RaiseReviewConcernDocument,
  ReportReviewDecisionDocument,
  type ChildReviewsQuery,
  type ReviewConcernEntryFragment,
  type ReviewDecisionEntryFragment,
  type ReviewMeetingEntryFragment,
} from '../../generated/operations.ts';
import { useViewer } from '../../session/session.tsx';
import { entryPath } from '../entries/entries.tsx';
import type { Entry, EntryKind, EntrySection, Found, LeadAt } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { concernFields, prepareFields, prepareInitial, prepareInput, stages } from './review-fields.ts';
import { meetingRows } from './review-rows.tsx';

/** What the section about reviews is drawn from. */
export type ReviewsSubject = Found<ChildReviewsQuery>;

/** An entry as a review of the care plan. */
export function asMeeting(entry: Entry): ReviewMeetingEntryFragment {
  return entry as unknown as ReviewMeetingEntryFragment;
}

function asDecision(entry: Entry): ReviewDecisionEntryFragment {
  return entry as unknown as ReviewDecisionEntryFragment;
}

function asConcern(entry: Entry): ReviewConcernEntryFragment {
  return entry as unknown as ReviewConcernEntryFragment;
}

/** Who records that a review was held. */
export function mayHold(role: string): boolean {
  return role === 'la-iro' || role === 'la-manager';
}

const statusInWords = { PLANNED: 'planned', HELD: 'held', CANCELLED: 'called off' } as const;

/** Reviews of a child's care plan. */
export const meetingKind: EntryKind<ReviewsSubject> = {
  path: 'meetings',
  title: 'Reviews',
  one: 'a review',
  newTitle: 'Prepare a review',
  empty: 'No review was prepared or recorded here.',
  fields: ({ entry, viewer }) => prepareFields(entry && asMeeting(entry), viewer?.role === 'la-iro'),
  entriesOf: ({ child }) => child.reviewMeetings,
  headOf: (entry) => {
    const { status, heldOn, plannedFor } = asMeeting(entry);
    return `${formatDate(heldOn ?? plannedFor)}: ${statusInWords[status]}`;
  },
  inHead: ['plannedFor', 'discussion.on', 'discussion.note'],
  moreRows: (entry) => meetingRows(asMeeting(entry)),
  after: (entry, { base, mayRecord }) =>
    mayRecord && <MeetingActions meeting={asMeeting(entry)} path={entryPath(base, 'meetings', entry)} />,
  mayChange: (entry) => asMeeting(entry).status === 'PLANNED',
  mayWithdraw: () => false,
  mutation: PrepareReviewDocument,
  startOf: () => prepareInitial(undefined),
  initialOf: (entry) => prepareInitial(asMeeting(entry)),
  inputOf: prepareInput,
};

function MeetingActions({ meeting, path }: { readonly meeting: ReviewMeetingEntryFragment; readonly path: string }) {
  const { role } = useViewer();
  const { status, heldOn, plannedFor } = meeting;
  const about = <span className="govuk-visually-hidden">: {formatDate(heldOn ?? plannedFor)}</span>;
  if (status === 'CANCELLED' || (status === 'HELD' && !mayHold(role))) return null;
  return (
    <ul className="govuk-list">
      {mayHold(role) && (
        <li>
          <Link to={`${path}/hold`}>
            {status === 'HELD' ? 'Correct the record' : 'Record that it was held'}
            {about}
          </Link>
        </li>
      )}
      <li>
        <Link to={`${path}/cancel`}>
          {status === 'HELD' ? 'It was not held: take it back' : 'Call it off'}
          {about}
        </Link>
      </li>
    </ul>
  );
}

/** What reviews decided. */
export const reviewDecisionKind: EntryKind<ReviewsSubject> = {
  path: 'decisions',
  title: 'What reviews decided',
  one: 'a decision of a review',
  empty: 'No decision of a review is on record.',
  fields: [],
  entriesOf: ({ child }) => child.reviewDecisions,
  headOf: (entry) => `By ${formatDate(asDecision(entry).dueOn)}: ${asDecision(entry).what}`,
  moreRows: (entry) => decisionRows(asDecision(entry)),
  after: (entry, { base, mayRecord }) =>
    mayRecord && (
      <p className="govuk-body">
        <Link to={`${entryPath(base, 'decisions', entry)}/report`}>
          Say what became of it<span className="govuk-visually-hidden">: {asDecision(entry).what}</span>
        </Link>
      </p>
    ),
  mayBegin: () => false,
  mayChange: () => false,
  mutation: ReportReviewDecisionDocument,
};

function decisionRows({ who, status, doneOn, isLate, note }: ReviewDecisionEntryFragment) {
  const words = {
    OPEN: 'To be done',
    DONE: `Done${doneOn ? ` on ${formatDate(doneOn)}` : ''}`,
    NOT_DONE: 'Will not be done',
  };
  return [
    { key: 'Who', value: who },
    {
      key: 'Where it stands',
      value: (
        <>
          {words[status]} {isLate && <Tag colour="red">Late</Tag>}
        </>
      ),
    },
    ...(note === null ? [] : [{ key: 'Note', value: note }]),
  ];
}

/** What the IRO is concerned about. */
export const concernKind: EntryKind<ReviewsSubject> = {
  path: 'concerns',
  title: 'Concerns of the Independent Reviewing Officer',
  one: 'a concern',
  newTitle: 'Raise a concern',
  empty: 'No concern is on record.',
  fields: concernFields,
  entriesOf: ({ child }) => child.reviewConcerns,
  headOf: (entry) => `Raised on ${formatDate(asConcern(entry).raisedAt.slice(0, 10))}`,
  moreRows: (entry) => concernRows(asConcern(entry)),
  after: (entry, { base, mayRecord }) =>
    mayRecord && !asConcern(entry).isResolved && <ConcernAction path={entryPath(base, 'concerns', entry)} />,
  mayBegin: ({ role }) => role === 'la-iro',
  mayChange: () => false,
  mayWithdraw: (_, { role }) => role === 'la-iro',
  mutation: RaiseReviewConcernDocument,
};

function ConcernAction({ path }: { readonly path: string }) {
  const { role } = useViewer();
  return (
    <p className="govuk-body">
      {role === 'la-iro' ? (
        <Link to={`${path}/settle`}>It is resolved, or goes higher</Link>
      ) : (
        <Link to={`${path}/answer`}>Answer the concern</Link>
      )}
    </p>
  );
}

function concernRows({ stage, isResolved, isLate, answer, answeredBy, raisedBy }: ReviewConcernEntryFragment) {
  return [
    {
      key: 'Where it stands',
      value: (
        <>
          {isResolved ? 'Resolved' : choiceInWords(stages, stage)} {isLate && <Tag colour="red">Late</Tag>}
        </>
      ),
    },
    { key: 'Raised by', value: raisedBy.name ?? 'The IRO' },
    ...(answer === null ? [] : [{ key: 'Answer', value: `${answer} (${answeredBy?.name ?? 'somebody'})` }]),
  ];
}

function Lead({ child, at }: ReviewsSubject & { readonly at: LeadAt }) {
  const { role } = useViewer();
  const officer = child.independentReviewingOfficer;
  const here = new Set(child.reviewMeetings.map(({ heldOn }) => heldOn));
  const returned = child.reviews.filter(({ heldOn }) => !here.has(heldOn)).toReversed();
  return (
    <>
      <p className="govuk-body">
        Independent Reviewing Officer: {officer ? (officer.name ?? 'appointed') : 'none is appointed'}
      </p>
      {at.mayRecord && mayHold(role) && (
        <Button kind="secondary" to={`${at.base}/held`}>
          Record a review that nobody prepared
        </Button>
      )}
      {returned.length > 0 && (
        <Details summary={`${formatCount(returned.length, 'review')} known from returns`}>
          <ul className="govuk-list">
            {returned.map(({ id, heldOn, participation }) => (
              <li key={id}>
                {formatDate(heldOn)}: {participation?.meaning ?? 'how the child took part is not known'}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** The reviews of a child's care plan, what they decided, and what the IRO is concerned about. */
export const reviewSection: EntrySection<ReviewsSubject> = {
  path: 'reviews',
  title: 'Reviews',
  part: 'REVIEWS',
  alsoRecordedBy: ['la-iro'],
  query: ChildReviewsDocument,
  lead: ({ child }, at) => <Lead child={child} at={at} />,
  kinds: [meetingKind, reviewDecisionKind, concernKind],
};
