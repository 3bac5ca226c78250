import { addDays, type PlainDate } from '@mainstay/primitives';
import { safetyEventEntity } from '../modules/safety-event/safety-event.entity.ts';
import { specialistSupportEntity } from '../modules/specialist-support/specialist-support.entity.ts';
import { returnInterviewEntity } from '../modules/return-interview/return-interview.entity.ts';
import { recorderOn, type Writing } from './life.ts';
import { SAFETY_ACCOUNT, SAFETY_DONE } from './words.ts';

const HAPPENED = 6;
const DAYS_TO_INTERVIEW = 3;

/** What threatened a child, what support was asked for, and the interviews after times missing. */
export function writeSafety(writing: Writing): void {
  const { book, life, today, since } = writing;
  const { draw, childId, place, care, missing } = life;
  const from = care && care.from > since ? care.from : since;
  const happenedOn = addDays(from, draw.between(15, 350));
  if (care && place % HAPPENED === 2 && happenedOn < today) {
    const resolvedOn = addDays(happenedOn, 12);
    const isResolved = resolvedOn <= today;
    const on = isResolved ? resolvedOn : happenedOn;
    book.add(safetyEventEntity, {
      childId,
      on,
      by: recorderOn(life, on),
      facts: {
        kind: draw.pick(['BULLYING', 'BULLYING', 'DISCRIMINATION', 'POLICE_CONTACT']),
        happenedOn,
        exploitation: null,
        toldBy: draw.pick(['CHILD', 'CARER', 'SCHOOL']),
        toldByNotKnown: null,
        account: SAFETY_ACCOUNT,
        done: SAFETY_DONE,
        resolvedOn: isResolved ? resolvedOn : null,
      },
    });
    writeSupport(writing, addDays(happenedOn, 5));
  }
  for (const { from: missingFrom, to } of missing) {
    if (to >= since && to <= today && !draw.chance(0.05)) writeInterview(writing, missingFrom, to);
  }
}

function writeSupport({ book, life, today }: Writing, referredOn: PlainDate): void {
  if (referredOn > today) return;
  const startedOn = addDays(referredOn, life.draw.between(20, 70));
  book.add(specialistSupportEntity, {
    childId: life.childId,
    on: referredOn,
    by: recorderOn(life, referredOn),
    facts: {
      recipient: 'CHILD',
      service: 'PSYCHOLOGY',
      referredOn,
      startedOn: startedOn <= today ? startedOn : null,
      closedOn: null,
      notStartedReason: null,
      note: 'Example: an invented service.',
    },
  });
}

function writeInterview({ book, life, today }: Writing, missingFrom: PlainDate, returnedOn: PlainDate): void {
  const heldOn = addDays(returnedOn, life.draw.between(1, DAYS_TO_INTERVIEW));
  if (heldOn > today) return;
  book.add(returnInterviewEntity, {
    childId: life.childId,
    on: heldOn,
    by: recorderOn(life, heldOn),
    facts: {
      missingFrom,
      returnedOn,
      isOffered: true,
      offeredNotKnown: null,
      isAccepted: true,
      acceptedNotKnown: null,
      heldOn,
      said: 'Example words: was at an invented friend’s house and forgot the time.',
    },
  });
}
