import { addDays, type PlainDate } from '@mainstay/primitives';
import { addMonths } from '../duties/due-dates.ts';
import { daySetBy } from '../duties/duty-rule.ts';
import { firstReview } from '../duties/rules/first-review.rule.ts';
import { laterReview } from '../duties/rules/later-review.rule.ts';
import { secondReview } from '../duties/rules/second-review.rule.ts';
import {
  reviewMeetingEntity,
  type PreparedReview,
  type ReviewInvitation,
  type ReviewMeetingEntity,
} from '../modules/review-meeting/review-meeting.entity.ts';
import { reviewConcernEntity, reviewDecisionEntity } from '../modules/review-meeting/review-meeting.outcome-entity.ts';
import { participationOf } from '../modules/review-meeting/review-meeting.participation.ts';
import { ageOf, isWithPractice, recorderOn, type Writing } from './life.ts';
import { dayWithin } from './visits.ts';
import { CHILD_WORDS, MINUTES, REVIEW_DECISIONS } from './words.ts';

const OFFICER = 'demo:la-iro';
/** One child in so many has not been reviewed of late. */
const FORGOTTEN = 29;
/** One child in so many has a concern of the reviewing officer. */
const CONCERNED = 14;
const DAYS_PREPARED = 45;
const MONTHS_TO_NEXT = 6;
const YOUNGEST_ASKED = 4;

/**
 * Reviews since the newest return, by the days the law sets, and the next one as it is prepared.
 *
 * @returns the days of all reviews of the child, those of the returns too.
 */
export function writeReviews(writing: Writing): PlainDate[] {
  const { life, today } = writing;
  const { facts, care, place } = life;
  const days = facts.reviews.map(({ on }) => on);
  const returned = facts.returnedUntil;
  if (!care || returned === null) return days;
  const until = place % FORGOTTEN === 13 ? addMonths(today, -2) : today;
  for (;;) {
    const set = nextReview(days, writing);
    const drawn = dayWithin(writing, set);
    // What was held before the newest return ended, the return says.
    const on = drawn > returned ? drawn : addDays(returned, life.draw.between(3, 30));
    if (on > until) {
      if (set.dueOn >= today && set.dueOn <= addDays(today, DAYS_PREPARED)) writePrepared(writing, set.dueOn);
      break;
    }
    writeHeld(writing, on);
    days.push(on);
  }
  if (place % CONCERNED === 8) writeConcern(writing);
  return days;
}

function nextReview(days: readonly PlainDate[], { life }: Writing) {
  const { care } = life;
  const from = care?.from ?? life.facts.dateOfBirth;
  const held = days.filter((day) => day >= from);
  const last = held.at(-1);
  if (last === undefined) return daySetBy(care?.isStartKnown ? firstReview : laterReview, from, undefined);
  return daySetBy(held.length === 1 && care?.isStartKnown ? secondReview : laterReview, last, undefined);
}

const INVITED: readonly ReviewInvitation[] = (
  [
    ['CHILD', null],
    ['CARER', 'Example carers'],
    ['MOTHER', 'Example Mother'],
    ['SOCIAL_WORKER', null],
    ['SCHOOL', 'Example school'],
  ] as const
).map(([party, who]) => ({ party, who, isInvited: true, notInvitedReason: null, attended: null }));

const NOT_HELD = {
  heldOn: null,
  chairedBy: null,
  childAttended: null,
  contribution: null,
  participation: null,
  isPlanRight: null,
  planRightNotKnown: null,
  planNote: null,
  nextReviewBy: null,
  minutes: null,
} as const;

function preparedFor({ life }: Writing, plannedFor: PlainDate): PreparedReview {
  return {
    plannedFor,
    place: 'Example meeting room',
    invitations: INVITED,
    reports: [
      { name: 'Example health report', askedOn: addDays(plannedFor, -28), receivedOn: addDays(plannedFor, -7) },
      { name: 'Example school report', askedOn: addDays(plannedFor, -28), receivedOn: null },
    ],
    views: [{ party: 'CHILD', text: life.draw.pick(CHILD_WORDS), notKnown: null }],
    discussedOn: null,
    discussion: null,
  };
}

function writePrepared(writing: Writing, plannedFor: PlainDate): void {
  const { book, life, today } = writing;
  const on = addDays(today, -life.draw.between(1, 14));
  const prepared = preparedFor(writing, plannedFor);
  book.add(reviewMeetingEntity, {
    childId: life.childId,
    on,
    by: recorderOn(life, on),
    facts: {
      ...prepared,
      reports: prepared.reports.map((report) => ({ ...report, askedOn: on, receivedOn: null })),
      ...NOT_HELD,
      status: 'PLANNED',
      cancelledReason: null,
    },
  });
}

function writeHeld(writing: Writing, heldOn: PlainDate): void {
  const { book, life, today } = writing;
  const { draw, childId, facts } = life;
  const isAsked = ageOf(life, heldOn) >= YOUNGEST_ASKED;
  const isThere = draw.chance(0.75);
  const prepared = preparedFor(writing, heldOn);
  const meeting: ReviewMeetingEntity = book.add(reviewMeetingEntity, {
    childId,
    on: heldOn,
    by: OFFICER,
    facts: {
      ...prepared,
      invitations: INVITED.map((one) => ({ ...one, attended: one.party === 'CHILD' ? isAsked && isThere : true })),
      discussedOn: addDays(heldOn, -5),
      discussion: 'Example: the reviewing officer and the child talked about the invented plan.',
      heldOn,
      chairedBy: OFFICER,
      ...participationOf(isAsked ? { childAttended: isThere, contribution: isThere ? 'SPOKE' : 'SENT' } : {}, {
        dateOfBirth: facts.dateOfBirth,
        heldOn,
      }),
      isPlanRight: true,
      planRightNotKnown: null,
      planNote: 'Example: the made-up plan still fits.',
      nextReviewBy: addMonths(heldOn, MONTHS_TO_NEXT),
      minutes: draw.pick(MINUTES),
      status: 'HELD',
      cancelledReason: null,
    },
  });
  for (let position = 1; position <= 2; position += 1) {
    const dueOn = addDays(heldOn, 28 * position);
    const isDone = dueOn < today && draw.chance(0.9);
    const on = isDone ? addDays(heldOn, 20) : heldOn;
    book.add(reviewDecisionEntity, {
      childId,
      on,
      by: isDone ? recorderOn(life, on) : OFFICER,
      facts: {
        meetingId: meeting.id,
        position,
        what: draw.pick(REVIEW_DECISIONS),
        who: 'The social worker',
        dueOn,
        status: isDone ? 'DONE' : 'OPEN',
        doneOn: isDone ? on : null,
        note: isDone ? 'Example: done.' : null,
      },
    });
  }
}

function writeConcern({ book, life, today }: Writing): void {
  const on = addDays(today, -life.draw.between(3, 20));
  book.add(reviewConcernEntity, {
    childId: life.childId,
    on,
    by: OFFICER,
    facts: {
      text: 'Example concern: the invented summer timetable has not been drawn up.',
      stage: isWithPractice(life, on) ? 'TEAM' : 'AUTHORITY',
      answerBy: addDays(on, 20),
      answer: null,
      answeredBy: null,
      isResolved: false,
      raisedBy: OFFICER,
      raisedAt: book.endOf(on),
    },
  });
}
