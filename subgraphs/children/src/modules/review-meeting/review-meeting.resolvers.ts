import { type Correcting, type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { recordsOfAuthority, recordsOfPractice } from '../../record/records-of-owner.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import type { ReviewMeetingEntity } from './review-meeting.entity.ts';
import { holdReview, type HoldReviewInput } from './review-meeting.held-service.ts';
import { openReviewConcerns, openReviewDecisions } from './review-meeting.lists.ts';
import type { ReviewConcernEntity, ReviewDecisionEntity } from './review-meeting.outcome-entity.ts';
import {
  answerReviewConcern,
  raiseReviewConcern,
  reportReviewDecision,
  type AnswerReviewConcernInput,
  type RaiseReviewConcernInput,
  type ReportReviewDecisionInput,
} from './review-meeting.outcome-service.ts';
import { cancelReview, prepareReview, type PrepareReviewInput } from './review-meeting.service.ts';

/** A review as it was known at an instant: its decisions are told as of the same. */
interface MeetingAsKnown extends ReviewMeetingEntity {
  readonly knownAt?: Date | null;
}

interface Owner {
  readonly id: string;
}

interface Paged {
  readonly first: number;
}

interface Given<Input> {
  readonly input: Input;
}

/** Reviews, between the graph and the domain. */
export const reviewMeetingResolvers = {
  Child: {
    reviewMeetings: async (child: ChildRow, args: KnownAtArgs, { loaders }: Context) => {
      const knownAt = knownAtOf(args);
      const meetings = await loaders.reviewMeetings.meetings.load({ child, knownAt });
      return meetings.map((meeting): MeetingAsKnown => ({ ...meeting, knownAt }));
    },
    reviewDecisions: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.reviewMeetings.decisions.load({ child, knownAt: knownAtOf(args) }),
    reviewConcerns: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.reviewMeetings.concerns.load({ child, knownAt: knownAtOf(args) }),
  },
  LocalAuthority: {
    reviewDecisions: ({ id }: Owner, { first }: Paged, context: Context) =>
      openReviewDecisions(context, {
        name: 'LocalAuthority.reviewDecisions',
        owner: recordsOfAuthority(context, id),
        first,
      }),
    reviewConcerns: ({ id }: Owner, { first }: Paged, context: Context) =>
      openReviewConcerns(context, {
        name: 'LocalAuthority.reviewConcerns',
        owner: recordsOfAuthority(context, id),
        first,
      }),
  },
  Practice: {
    reviewDecisions: ({ id }: Owner, { first }: Paged, context: Context) =>
      openReviewDecisions(context, { name: 'Practice.reviewDecisions', owner: recordsOfPractice(context, id), first }),
    reviewConcerns: ({ id }: Owner, { first }: Paged, context: Context) =>
      openReviewConcerns(context, { name: 'Practice.reviewConcerns', owner: recordsOfPractice(context, id), first }),
  },
  ReviewMeeting: {
    discussion: ({ discussedOn, discussion }: ReviewMeetingEntity) =>
      discussion === null ? null : { on: discussedOn, note: discussion },
    chairedBy: ({ chairedBy }: ReviewMeetingEntity) => (chairedBy === null ? null : { id: chairedBy }),
    participation: ({ participation }: ReviewMeetingEntity) => optionalCodeIn('REVIEW_CODE', participation),
    isPlanRight: ({ status, isPlanRight, planRightNotKnown }: ReviewMeetingEntity) =>
      status === 'HELD' ? { value: isPlanRight, notKnown: planRightNotKnown } : null,
    decisions: decisionsOf,
    recorded: (meeting: ReviewMeetingEntity) => meeting,
  },
  ReviewDecision: {
    child: ({ childId }: ReviewDecisionEntity, _args: unknown, { loaders }: Context) => loaders.children.load(childId),
    isLate: ({ status, dueOn, doneOn }: ReviewDecisionEntity, _args: unknown, { clock }: Context) =>
      status === 'OPEN' ? clock.today() > dueOn : status === 'DONE' && doneOn !== null && doneOn > dueOn,
    recorded: (decision: ReviewDecisionEntity) => decision,
  },
  ReviewConcern: {
    child: ({ childId }: ReviewConcernEntity, _args: unknown, { loaders }: Context) => loaders.children.load(childId),
    answeredBy: ({ answeredBy }: ReviewConcernEntity) => (answeredBy === null ? null : { id: answeredBy }),
    raisedBy: ({ raisedBy }: ReviewConcernEntity) => ({ id: raisedBy }),
    isLate: ({ isResolved, answer, answerBy }: ReviewConcernEntity, _args: unknown, { clock }: Context) =>
      !isResolved && answer === null && clock.today() > answerBy,
    recorded: (concern: ReviewConcernEntity) => concern,
  },
  ReviewMeetingSuccess: {
    child: ({ meeting }: { meeting: ReviewMeetingEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(meeting.childId),
  },
  ReviewDecisionSuccess: {
    child: ({ decision }: { decision: ReviewDecisionEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(decision.childId),
  },
  ReviewConcernSuccess: {
    child: ({ concern }: { concern: ReviewConcernEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(concern.childId),
  },
  Mutation: {
    prepareReview: (_root: unknown, { input }: Given<PrepareReviewInput>, context: Context) =>
      orFailure(async () => held(await prepareReview(input, context))),
    holdReview: (_root: unknown, { input }: Given<HoldReviewInput>, context: Context) =>
      orFailure(async () => held(await holdReview(input, context))),
    cancelReview: (_root: unknown, { input }: Given<Correcting>, context: Context) =>
      orFailure(async () => held(await cancelReview(input, context))),
    reportReviewDecision: (_root: unknown, { input }: Given<ReportReviewDecisionInput>, context: Context) =>
      orFailure(async () => ({
        __typename: 'ReviewDecisionSuccess',
        decision: await reportReviewDecision(input, context),
      })),
    raiseReviewConcern: (_root: unknown, { input }: Given<RaiseReviewConcernInput>, context: Context) =>
      orFailure(async () => ({
        __typename: 'ReviewConcernSuccess',
        concern: await raiseReviewConcern(input, context),
      })),
    answerReviewConcern: (_root: unknown, { input }: Given<AnswerReviewConcernInput>, context: Context) =>
      orFailure(async () => ({
        __typename: 'ReviewConcernSuccess',
        concern: await answerReviewConcern(input, context),
      })),
  },
};

async function decisionsOf(
  { id, childId, knownAt = null }: MeetingAsKnown,
  _args: unknown,
  { loaders }: Context,
): Promise<readonly ReviewDecisionEntity[]> {
  const child = await loaders.children.load(childId);
  const decisions = child ? await loaders.reviewMeetings.decisions.load({ child, knownAt }) : [];
  return decisions.filter(({ meetingId }) => meetingId === id).toSorted((one, other) => one.position - other.position);
}

function held(meeting: ReviewMeetingEntity): object {
  return { __typename: 'ReviewMeetingSuccess', meeting };
}
