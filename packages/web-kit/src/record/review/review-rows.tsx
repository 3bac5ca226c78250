import type { SummaryRow } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';
import type { ReviewMeetingEntryFragment } from '../../generated/operations.ts';
import { careParties } from '../care-party.ts';
import { choiceInWords, notKnownInWords, yesNoInWords } from '../entries/entry-rows.ts';
import { contributions } from './review-fields.ts';

/** What a summary of a review says besides the day and the place. */
export function meetingRows(meeting: ReviewMeetingEntryFragment): readonly SummaryRow[] {
  const { invitations, reports, views, discussion, cancelledReason } = meeting;
  return [
    ...(cancelledReason === null ? [] : [{ key: 'Why it was called off', value: cancelledReason }]),
    ...heldRows(meeting),
    ...list('Who', invitations.map(invitationInWords)),
    ...list(
      'Reports',
      reports.map(
        ({ name, askedOn, receivedOn }) =>
          `${name}: asked for on ${formatDate(askedOn)}, ${receivedOn ? `came on ${formatDate(receivedOn)}` : 'has not come'}`,
      ),
    ),
    ...list(
      'Said beforehand',
      views.map(
        ({ party, text, notKnown }) => `${choiceInWords(careParties, party)}: ${text ?? notKnownInWords(notKnown)}`,
      ),
    ),
    ...(discussion
      ? [
          {
            key: 'Talk of the IRO with the child',
            value: `${discussion.on ? `${formatDate(discussion.on)}: ` : 'There was none: '}${discussion.note}`,
          },
        ]
      : []),
  ];
}

function heldRows({
  status,
  chairedBy,
  childAttended,
  contribution,
  isPlanRight,
  planNote,
  nextReviewBy,
  minutes,
}: ReviewMeetingEntryFragment) {
  if (status !== 'HELD') return [];
  return [
    { key: 'Chaired by', value: chairedBy?.name ?? 'The IRO' },
    ...(childAttended === null ? [] : [{ key: 'Child was there', value: childAttended ? 'Yes' : 'No' }]),
    ...(contribution === null ? [] : [{ key: 'The child’s views', value: choiceInWords(contributions, contribution) }]),
    { key: 'Plan still right', value: isPlanRight ? yesNoInWords(isPlanRight) : '' },
    { key: 'About the plan', value: planNote ?? '' },
    { key: 'Next review by', value: nextReviewBy === null ? '' : formatDate(nextReviewBy) },
    { key: 'Record', value: minutes ?? '' },
  ];
}

function invitationInWords({
  party,
  who,
  isInvited,
  notInvitedReason,
  attended,
}: ReviewMeetingEntryFragment['invitations'][number]): string {
  const name = `${choiceInWords(careParties, party)}${who ? `, ${who}` : ''}`;
  if (!isInvited) return `${name}: not invited, ${notInvitedReason ?? ''}`;
  if (attended === null) return `${name}: invited`;
  return `${name}: ${attended ? 'was there' : 'was not there'}`;
}

function list(key: string, lines: readonly string[]): readonly SummaryRow[] {
  return lines.length === 0 ? [] : [{ key, value: lines.join('\n') }];
}
