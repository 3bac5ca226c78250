import { addDays, type PlainDate } from '@mainstay/primitives';
import { contactEntity } from '../modules/contact/contact.entity.ts';
import {
  contactPlanEntity,
  type ContactPlanEntity,
  type ContactRelation,
} from '../modules/contact-plan/contact-plan.entity.ts';
import { recorderOn, type Writing } from './life.ts';
import { CONTACT_VIEWS } from './words.ts';

const DAYS_A_YEAR = 365;
const HALF_A_YEAR = 183;
const PEOPLE: Readonly<Partial<Record<ContactRelation, string>>> = {
  MOTHER: 'Example Mother',
  FATHER: 'Example Father',
  GRANDPARENT: 'Example Grandmother',
  BROTHER_OR_SISTER: 'Example Sister',
};
/** One child in so many has contact that is barred. */
const BARRED = 21;

/** What is planned with family, and how it went over the last half-year. */
export function writeContacts(writing: Writing): void {
  const { life, today, since } = writing;
  const { care, draw, place } = life;
  if (!care) return;
  const startedOn = care.from > since ? addDays(care.from, 7) : since;
  if (startedOn > today) return;
  if (place % BARRED === 3) writePlanWith(writing, 'FATHER', { startedOn, isBarred: true });
  const planned: ContactRelation[] = [draw.pick(['MOTHER', 'MOTHER', 'GRANDPARENT'])];
  if (draw.chance(0.35)) planned.push('BROTHER_OR_SISTER');
  const halfYear = addDays(today, -HALF_A_YEAR);
  for (const relation of planned) {
    const plan = writePlanWith(writing, relation, { startedOn, isBarred: false });
    const every = Math.round(DAYS_A_YEAR / (plan.timesAYear ?? 12));
    const first = startedOn > halfYear ? startedOn : halfYear;
    for (let on = addDays(first, draw.between(1, every)); on <= today; on = addDays(on, every)) {
      writeContact(writing, plan, on);
    }
  }
}

function writePlanWith(
  { book, life }: Writing,
  relation: ContactRelation,
  { startedOn, isBarred }: { startedOn: PlainDate; isBarred: boolean },
): ContactPlanEntity {
  const { draw, childId } = life;
  return book.add(contactPlanEntity, {
    childId,
    on: startedOn,
    by: recorderOn(life, startedOn),
    facts: {
      personName: PEOPLE[relation] ?? 'Example Person',
      relation,
      isBarred,
      barredBy: isBarred ? 'NO_CONTACT_ORDER' : null,
      startedOn,
      endedOn: null,
      kind: isBarred ? null : draw.pick(['FACE_TO_FACE', 'FACE_TO_FACE', 'VIDEO']),
      timesAYear: isBarred ? null : draw.pick([12, 12, 26]),
      minutes: isBarred ? null : 90,
      supervision: isBarred ? null : draw.pick(['UNSUPERVISED', 'SUPPORTED', 'SUPERVISED']),
      childWishes: isBarred ? null : 'Example: would like it to stay as it is.',
      childWishesNotKnown: isBarred ? 'NOT_ASKED' : null,
      note: null,
    },
  });
}

function writeContact({ book, life }: Writing, plan: ContactPlanEntity, on: PlainDate): void {
  const { draw, childId } = life;
  const isHeld = draw.chance(0.88);
  book.add(contactEntity, {
    childId,
    on,
    by: recorderOn(life, on),
    facts: {
      heldOn: on,
      planId: plan.id,
      personName: plan.personName,
      relation: plan.relation,
      kind: plan.kind ?? 'FACE_TO_FACE',
      outcome: isHeld ? 'TOOK_PLACE' : 'CANCELLED',
      isBreach: false,
      cancelledBy: isHeld ? null : draw.pick(['PERSON', 'PERSON', 'CHILD', 'SERVICE']),
      notHeldReason: isHeld ? null : 'Example: an invented train did not run.',
      minutes: isHeld ? draw.between(8, 20) * 5 : null,
      minutesNotKnown: null,
      isSupervised: isHeld ? plan.supervision === 'SUPERVISED' : null,
      supervisedNotKnown: null,
      childView: isHeld ? draw.pick(CONTACT_VIEWS) : null,
      childViewNotKnown: null,
      note: null,
    },
  });
}
