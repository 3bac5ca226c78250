import { addDays, plainDate, type PlainDate } from '@mainstay/primitives';
import { attainmentEntity } from '../modules/attainment/attainment.entity.ts';
import { educationPlanEntity } from '../modules/education-plan/education-plan.entity.ts';
import { schoolAttendanceEntity, type SchoolTerm } from '../modules/school-attendance/school-attendance.entity.ts';
import { schoolPlaceEntity, type SchoolType } from '../modules/school-place/school-place.entity.ts';
import { ageOf, recorderOn, type Writing } from './life.ts';
import { TARGETS } from './words.ts';

/** Kinds of school by the age on 1 September at which children begin them. */
const SCHOOLS: readonly {
  readonly age: number;
  readonly type: SchoolType;
  readonly names: readonly [string, string];
}[] = [
  { age: 3, type: 'NURSERY', names: ['Example Nursery', 'Made-up Meadow Nursery'] },
  { age: 4, type: 'PRIMARY', names: ['Example Primary School', 'Made-up Lane Primary School'] },
  { age: 11, type: 'SECONDARY', names: ['Example Secondary School', 'Pretend Park Academy'] },
  { age: 16, type: 'COLLEGE', names: ['Example College', 'Invented Sixth Form College'] },
];
const OLDEST = 18;

/** Where each term ends, and what comes of it: month, day and sessions. */
const TERMS: readonly { readonly term: SchoolTerm; readonly ends: string; readonly sessions: number }[] = [
  { term: 'SPRING', ends: '03-28', sessions: 118 },
  { term: 'SUMMER', ends: '07-18', sessions: 122 },
  { term: 'AUTUMN', ends: '12-18', sessions: 140 },
];

/** School: the one the child goes to, a plan and attendance for each term, and how reading goes. */
export function writeSchool(writing: Writing): void {
  const { life, today, since } = writing;
  if (!life.care) return;
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  const age = ageOf(life, plainDate(`${year}-08-31`));
  const school = SCHOOLS.findLast((one) => one.age <= age);
  if (!school || age >= OLDEST) return;
  writePlace(writing, school, plainDate(`${year - (age - school.age)}-09-03`));
  const from = life.care.from > since ? addDays(life.care.from, 30) : since;
  for (let told = year - 1; told <= year + 1; told += 1) {
    for (const { term, ends, sessions } of TERMS) {
      const end = plainDate(`${told}-${ends}`);
      if (end < from || end > today) continue;
      writePlan(writing, addDays(end, -life.draw.between(20, 60)));
      if (school.type !== 'NURSERY') writeAttendance(writing, { term, end, sessions });
    }
  }
  if (school.type === 'PRIMARY' || school.type === 'SECONDARY') writeReading(writing, school.type, year);
}

function writePlace(
  { book, life }: Writing,
  { age, type, names }: (typeof SCHOOLS)[number],
  startedOn: PlainDate,
): void {
  const { draw, childId, care } = life;
  const on = care && care.from > startedOn ? addDays(care.from, 7) : startedOn;
  book.add(schoolPlaceEntity, {
    childId,
    on,
    by: recorderOn(life, on),
    facts: {
      urn: null,
      schoolName: names[draw.between(0, 1)] ?? names[0],
      type,
      startedOn,
      endedOn: null,
      entry: age === SCHOOLS[0]?.age ? 'FIRST' : 'NEXT_PHASE',
      isUnscheduled: false,
      unscheduledNotKnown: null,
      judgement: draw.pick(['OUTSTANDING', 'GOOD', 'GOOD', 'GOOD', 'REQUIRES_IMPROVEMENT']),
      judgementNotKnown: null,
      distanceMiles: draw.between(2, 60) / 10,
      distanceMilesNotKnown: null,
    },
  });
}

function writePlan({ book, life }: Writing, heldOn: PlainDate): void {
  const { draw, childId } = life;
  if (draw.chance(0.08)) return;
  book.add(educationPlanEntity, {
    childId,
    on: heldOn,
    by: recorderOn(life, heldOn),
    facts: {
      heldOn,
      nextDueOn: addDays(heldOn, 120),
      isChildTakingPart: draw.chance(0.8),
      tookPartNotKnown: null,
      targets: draw.pick(TARGETS),
    },
  });
}

function writeAttendance(
  { book, life }: Writing,
  { term, end, sessions }: { term: SchoolTerm; end: PlainDate; sessions: number },
): void {
  const { draw, childId } = life;
  const missed = draw.between(0, 16);
  book.add(schoolAttendanceEntity, {
    childId,
    on: end,
    by: recorderOn(life, end),
    facts: {
      schoolYear: Number(end.slice(0, 4)) - (term === 'AUTUMN' ? 0 : 1),
      term,
      sessionsPossible: sessions,
      sessionsAttended: sessions - missed,
      sessionsUnauthorised: Math.floor(missed / 4),
    },
  });
}

function writeReading({ book, life }: Writing, type: SchoolType, year: number): void {
  const { draw, childId } = life;
  for (const [index, told] of [year - 1, year].entries()) {
    const assessedOn = plainDate(`${told}-07-04`);
    book.add(attainmentEntity, {
      childId,
      on: assessedOn,
      by: recorderOn(life, assessedOn),
      facts: {
        assessedOn,
        subject: 'READING',
        stage: type === 'PRIMARY' ? 'KEY_STAGE_2' : 'KEY_STAGE_3',
        isStartingPoint: index === 0,
        result: 'Example result',
        standing: draw.pick(['BELOW', 'BELOW', 'EXPECTED', 'EXPECTED', 'ABOVE']),
        standingNotKnown: null,
      },
    });
  }
}
