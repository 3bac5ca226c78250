import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, type NotKnownReason, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { CareParty } from '../care-plan/care-plan.entity.ts';
import type { PreparedReview, ReviewInvitation, ReviewReport, ReviewView } from './review-meeting.entity.ts';

/** Whom a review is held with, or without: `ReviewInvitationInput` of the graph. */
export interface InvitationInput {
  readonly party: CareParty;
  readonly who?: string | null;
  readonly isInvited: boolean;
  readonly notInvitedReason?: string | null;
  readonly attended?: boolean | null;
}

/** What is prepared of a review; what is left out stays as it is. */
export interface PreparationInput {
  readonly place?: string | null;
  readonly invitations?: readonly InvitationInput[] | null;
  readonly reports?: readonly ReportInput[] | null;
  readonly views?: readonly ViewInput[] | null;
  readonly discussion?: { readonly on?: string | null; readonly note: string } | null;
}

interface ReportInput {
  readonly name: string;
  readonly askedOn: string;
  readonly receivedOn?: string | null;
}

interface ViewInput {
  readonly party: CareParty;
  readonly text?: string | null;
  readonly notKnown?: NotKnownReason | null;
}

/** What of a review can be prepared, but for the day. */
export type Preparation = Omit<PreparedReview, 'plannedFor'>;

const LONGEST_NAME = 200;
const LONGEST_PLACE = 300;
const LONGEST_REASON = 2_000;
const LONGEST_VIEW = 10_000;
const MOST_ENTRIES = 50;

/** What is prepared of a review of which nothing is. */
export const nothingPrepared: Preparation = {
  place: null,
  invitations: [],
  reports: [],
  views: [],
  discussedOn: null,
  discussion: null,
};

/**
 * What is prepared of a review, as it is after these changes.
 *
 * @throws RecordFault when something cannot be recorded so.
 */
export function prepared(before: Preparation, input: PreparationInput, today: PlainDate): Preparation {
  const { place, invitations, reports, views, discussion } = input;
  return {
    place: place === null || place === undefined ? before.place : optional('place', place, LONGEST_PLACE),
    invitations: invitations ? invitationsOf(invitations) : before.invitations,
    reports: reports
      ? listOf('reports', reports, (report, field) => reportOf(report, { field, today }))
      : before.reports,
    views: views ? listOf('views', views, viewOf) : before.views,
    ...(discussion ? discussionOf(discussion, today) : pick(before)),
  };
}

/**
 * Whom a review is held with, or without.
 *
 * @throws RecordFault when there is no reason why somebody is not invited, or somebody is named twice.
 */
export function invitationsOf(inputs: readonly InvitationInput[]): ReviewInvitation[] {
  const invitations = listOf('invitations', inputs, invitationOf);
  const names = invitations.map(({ party, who }) => `${party} ${who ?? ''}`);
  if (new Set(names).size < names.length) {
    throw new RecordFault('invitations', 'Name each person once; where there are two of a kind, say who they are.');
  }
  return invitations;
}

function pick({ discussedOn, discussion }: Preparation): Pick<Preparation, 'discussedOn' | 'discussion'> {
  return { discussedOn, discussion };
}

function listOf<Input, Entry>(
  field: string,
  inputs: readonly Input[],
  entryOf: (input: Input, field: string) => Entry,
): Entry[] {
  if (inputs.length > MOST_ENTRIES) throw new RecordFault(field, `Enter at most ${MOST_ENTRIES}.`);
  return inputs.map((input, index) => entryOf(input, `${field}.${index}`));
}

function invitationOf(input: InvitationInput, field: string): ReviewInvitation {
  const { party, isInvited } = input;
  const reason = { shortest: 3, longest: LONGEST_REASON };
  return {
    party,
    who: optional(`${field}.who`, input.who ?? '', LONGEST_NAME),
    isInvited,
    notInvitedReason: isInvited ? null : textOf(`${field}.notInvitedReason`, input.notInvitedReason ?? '', reason),
    attended: input.attended ?? null,
  };
}

function reportOf(
  { name, askedOn, receivedOn }: ReportInput,
  { field, today }: { readonly field: string; readonly today: PlainDate },
): ReviewReport {
  if (!isPlainDate(askedOn) || askedOn > today) {
    throw new RecordFault(`${field}.askedOn`, 'Enter the day it was asked for, up to today.');
  }
  const came = receivedOn ?? null;
  if (came !== null && (!isPlainDate(came) || came > today || came < askedOn)) {
    throw new RecordFault(`${field}.receivedOn`, 'Enter the day it came: after it was asked for, and up to today.');
  }
  return {
    name: textOf(`${field}.name`, name, { shortest: 1, longest: LONGEST_NAME }),
    askedOn,
    receivedOn: came,
  };
}

function viewOf({ party, text, notKnown }: ViewInput, field: string): ReviewView {
  const given: AnswerInput<string> = {
    value: optional(`${field}.text`, text ?? '', LONGEST_VIEW),
    notKnown: notKnown ?? null,
  };
  const view = answerOf(`${field}.text`, given);
  return { party, text: view.value, notKnown: view.notKnown };
}

function discussionOf(
  { on, note }: { readonly on?: string | null; readonly note: string },
  today: PlainDate,
): Pick<Preparation, 'discussedOn' | 'discussion'> {
  const day = on ?? null;
  if (day !== null && (!isPlainDate(day) || day > today)) {
    throw new RecordFault('discussion.on', 'Enter the day of the talk, up to today, or leave it out.');
  }
  return { discussedOn: day, discussion: textOf('discussion.note', note, { shortest: 3, longest: LONGEST_VIEW }) };
}

function optional(field: string, text: string, longest: number): string | null {
  return textOf(field, text, { shortest: 0, longest }) || null;
}
