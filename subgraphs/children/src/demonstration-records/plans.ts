import { addDays, addWorkingDays, type PlainDate } from '@mainstay/primitives';
import { addMonths, birthday } from '../duties/due-dates.ts';
import { eligibleFrom } from '../duties/plan-duties.ts';
import { carePlanEntity, type CarePlanEntity, type CarePlanPerson } from '../modules/care-plan/care-plan.entity.ts';
import { sectionsOf, type CarePlanKind } from '../modules/care-plan/care-plan.sections.ts';
import { recorderOn, type Writing } from './life.ts';
import { sectionWords } from './words.ts';

/** One child in so many has no plan, or a new edition in the making. */
const WITHOUT = 37;
const DRAFTED = 12;
const MONTHS_BETWEEN = 6;
const LAST_AGE = 21;

/** The care plan: agreed when care began, and written anew in the time told of; some are being written anew now. */
export function writeCarePlans(writing: Writing): void {
  const { life, today, since } = writing;
  const { care, draw, place } = life;
  if (!care || place % WITHOUT === 11) return;
  const first = care.isStartKnown ? addWorkingDays(care.from, draw.between(4, 10)) : since;
  if (first > today) return;
  writeEdition(writing, { kind: 'CARE', edition: 1, on: first });
  const second = addDays(today, -draw.between(30, 300));
  const isRewritten = second > addMonths(first, MONTHS_BETWEEN);
  if (isRewritten) writeEdition(writing, { kind: 'CARE', edition: 2, on: second });
  if (place % DRAFTED === 6) writeDraft(writing, isRewritten ? 3 : 2);
}

/**
 * The pathway plan of a young person who is eligible, and its next editions where no review came in time: `reviews` are
 * the days of all reviews.
 */
export function writePathwayPlans(writing: Writing, reviews: readonly PlainDate[]): void {
  const { life, today } = writing;
  const { facts, draw, place } = life;
  const eligible = eligibleFrom(facts);
  if (eligible === null || place % WITHOUT === 12) return;
  const end = birthday(facts.dateOfBirth, LAST_AGE);
  let on = addDays(eligible, draw.between(30, 95));
  for (let edition = 1; on <= today && on < end; edition += 1) {
    writeEdition(writing, { kind: 'PATHWAY', edition, on });
    on = nextEdition(writing, on, reviews);
  }
}

/** The day by which no review has come any more. */
function nextEdition({ life }: Writing, last: PlainDate, reviews: readonly PlainDate[]): PlainDate {
  let reviewed = last;
  for (;;) {
    const due = addMonths(reviewed, MONTHS_BETWEEN);
    const since = reviewed;
    const review = reviews.find((day) => day > since && day <= due);
    if (review === undefined) return addDays(due, -life.draw.between(-3, 20));
    reviewed = review;
  }
}

function writeEdition(
  { book, life }: Writing,
  { kind, edition, on }: { kind: CarePlanKind; edition: number; on: PlainDate },
): CarePlanEntity {
  const manager = recorderOn(life, on, 'manager');
  return book.add(carePlanEntity, {
    childId: life.childId,
    on,
    by: manager,
    facts: {
      kind,
      edition,
      status: 'AGREED',
      ...aimOf(life, kind),
      sections: sectionsOf[kind].map((section) => ({ section, text: sectionWords(section), notKnown: null })),
      agreedOn: on,
      agreedBy: manager,
      people: peopleOf(on),
      isChildAgreed: true,
      childAgreedNotKnown: null,
      childNote: 'Example: the child said that the made-up plan is fine.',
    },
  });
}

function writeDraft({ book, life, today }: Writing, edition: number): void {
  const on = addDays(today, -life.draw.between(2, 20));
  book.add(carePlanEntity, {
    childId: life.childId,
    on,
    by: recorderOn(life, on),
    facts: {
      kind: 'CARE',
      edition,
      status: 'DRAFT',
      ...aimOf(life, 'CARE'),
      sections: sectionsOf.CARE.slice(0, 5).map((section) => ({
        section,
        text: sectionWords(section),
        notKnown: null,
      })),
      agreedOn: null,
      agreedBy: null,
      people: null,
      isChildAgreed: null,
      childAgreedNotKnown: null,
      childNote: null,
    },
  });
}

function aimOf(
  { place }: Writing['life'],
  kind: CarePlanKind,
): Pick<CarePlanEntity, 'permanenceAim' | 'isToLastUntil18' | 'toLastUntil18NotKnown'> {
  if (kind === 'PATHWAY') return { permanenceAim: 'INDEPENDENCE', isToLastUntil18: null, toLastUntil18NotKnown: null };
  const isToLast = place % 4 !== 1;
  return {
    permanenceAim: isToLast ? 'LONG_TERM_FOSTERING' : 'RETURN_HOME',
    isToLastUntil18: isToLast,
    toLastUntil18NotKnown: null,
  };
}

function peopleOf(on: PlainDate): CarePlanPerson[] {
  const consulted = { wasConsulted: true, consultedNotKnown: null, notConsultedReason: null };
  return [
    { party: 'CHILD', who: null, ...consulted, toldOn: on },
    { party: 'MOTHER', who: 'Example Mother', ...consulted, toldOn: addDays(on, 3) },
    { party: 'CARER', who: 'Example carers', ...consulted, toldOn: addDays(on, 1) },
  ];
}
