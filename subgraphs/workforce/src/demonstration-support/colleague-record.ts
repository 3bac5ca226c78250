import { addDays, daysBetween, isWorkingDay, type PlainDate } from '@mainstay/primitives';
import { registrationYear } from '../modules/training/training.learning-year.ts';
import { chanceOf, numberOf } from './chance.ts';
import type { Colleague, SupportBook } from './support-book.ts';

/** What a colleague's record is written with. */
export interface Writing {
  readonly book: SupportBook;
  readonly colleague: Colleague;
  readonly today: PlainDate;
}

/** Days back from today from which supervision and absences are told: 15 months. */
const DAYS_TOLD = 456;
const INTERVAL = 28;

/** Supervision about every four weeks; of one in six it has not been held for a while. */
export function writeSupervision({ book, colleague, today }: Writing): void {
  const { workerId, since, employerKind } = colleague;
  const by = managerOf(colleague);
  const isLate = chanceOf('late', workerId) < 0.17;
  const last = addDays(today, -(isLate ? numberOf(31, 75, 'last', workerId) : numberOf(1, 24, 'last', workerId)));
  for (let session = 0; session < Math.floor(DAYS_TOLD / INTERVAL); session += 1) {
    const shift = session === 0 ? 0 : numberOf(-3, 3, 'shift', workerId, session);
    const on = workingDayUpTo(addDays(last, shift - session * INTERVAL));
    if (on < since) return;
    const drawn = chanceOf('session', workerId, session);
    const isHeld = session === 0 || drawn >= 0.06;
    const consultant = employerKind === 'practice' && drawn > 0.8;
    book.add({
      table: 'supervision',
      of: colleague,
      on,
      by,
      facts: {
        worker_id: workerId,
        held_on: on,
        led_by: consultant ? 'EXTERNAL_CONSULTANT' : drawn > 0.74 && drawn < 0.78 ? 'PEERS' : 'MANAGER',
        is_held: isHeld,
        cancelled_reason: isHeld ? null : 'An urgent visit came first. A new day was agreed.',
        minutes: isHeld ? numberOf(40, 100, 'minutes', workerId, session) : null,
        did_discuss_cases: isHeld ? true : null,
        agreed_actions:
          isHeld && drawn > 0.5 ? 'Write up the visits of the week. Book the training that was agreed.' : null,
      },
    });
  }
}

const COURSES = [
  ['Attachment and loss', 'COURSE', 'University partnership', 6],
  ['Direct work with teenagers', 'COURSE', 'Training consortium', 12],
  ['What research says about staying with one worker', 'READING', null, 3],
  ['Reflective case discussion', 'REFLECTION', null, 2],
  ['Court skills', 'COURSE', 'Legal services', 6],
] as const;

/** What a colleague learnt this year of registration; of one in six too little to renew it. */
export function writeTraining({ book, colleague, today }: Writing): void {
  const { workerId, since } = colleague;
  const { from } = registrationYear(today);
  const pieces =
    chanceOf('pieces', workerId) < 0.17 ? numberOf(0, 1, 'few', workerId) : numberOf(2, 4, 'many', workerId);
  const days = Math.max(1, daysBetween(from, today) - 5);
  for (let piece = 0; piece < pieces; piece += 1) {
    const on = workingDayUpTo(addDays(today, -numberOf(3, days, 'day', workerId, piece)));
    const [title, kind, provider, hours] =
      COURSES[numberOf(0, COURSES.length - 1, 'course', workerId, piece)] ?? COURSES[0];
    book.add({
      table: 'training',
      of: colleague,
      on: on < since ? today : on,
      by: managerOf(colleague),
      facts: {
        worker_id: workerId,
        done_on: on,
        title,
        kind,
        provider,
        hours,
        is_post_registration_learning: true,
        is_discussed_with_peer: piece === 0 || chanceOf('peer', workerId, piece) < 0.4,
      },
    });
  }
}

/** Short illnesses of a third of the colleagues, in times of the year that do not meet. */
export function writeAbsences({ book, colleague, today }: Writing): void {
  const { workerId, since } = colleague;
  for (const [place, [early, late]] of [
    [430, 300],
    [280, 200],
    [180, 110],
  ].entries()) {
    const drawn = chanceOf('ill', workerId, place);
    if (drawn > 0.35) continue;
    const from = addDays(today, -numberOf(late ?? 0, early ?? 0, 'from', workerId, place));
    const until = addDays(from, numberOf(0, 7, 'days', workerId, place));
    if (from < since) continue;
    writeAbsence({ book, colleague, today }, { from, until, cause: 'SIC', isStress: drawn < 0.04 });
  }
}

/** One absence. */
export function writeAbsence(
  { book, colleague, today }: Writing,
  absence: {
    readonly from: PlainDate;
    readonly until: PlainDate | null;
    readonly cause: string;
    readonly isStress?: boolean;
  },
): void {
  book.add({
    table: 'absence',
    of: colleague,
    on: absence.until ?? today,
    by: managerOf(colleague),
    facts: {
      worker_id: colleague.workerId,
      started_on: absence.from,
      ended_on: absence.until,
      cause: absence.cause,
      is_stress: absence.cause === 'SIC' ? (absence.isStress ?? false) : null,
    },
  });
}

/** Days of a colleague's own time diary, of this quarter and the one before: nine working days in each. */
export function writeTimeDiary({ book, colleague, today }: Writing): void {
  const { workerId, since, employerKind } = colleague;
  const ease = employerKind === 'practice' ? 30 : 0;
  for (let day = 0; day < 18; day += 1) {
    const on = workingDayUpTo(addDays(today, -8 * day - numberOf(1, 5, 'diary', workerId, day)));
    if (on < since) return;
    const minutes = (low: number, high: number, what: string) => numberOf(low, high, what, workerId, day);
    book.add({
      table: 'time_diary',
      of: colleague,
      on,
      by: DIARISTS[workerId] ?? `demonstration:${workerId}`,
      facts: {
        spent_on: on,
        with_children: minutes(50, 110, 'children') + ease,
        with_families: minutes(30, 80, 'families'),
        forms_and_reports: minutes(110, 200, 'forms') - ease,
        meetings_and_court: minutes(20, 90, 'meetings'),
        travel: minutes(20, 70, 'travel'),
        supervision_and_learning: minutes(0, 30, 'learning'),
        other: minutes(0, 40, 'other'),
      },
    });
  }
}

/** The demonstration's accounts of workers, whose own days these are. */
const DIARISTS: Readonly<Record<string, string>> = { SW099001: 'demo:la-worker', SW099002: 'demo:swp-worker' };

/** Who records what concerns a colleague: the demonstration's account of the employer's manager. */
export function managerOf({ employerKind }: Pick<Colleague, 'employerKind'>): string {
  return employerKind === 'practice' ? 'demo:swp-manager' : 'demo:la-manager';
}

function workingDayUpTo(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1));
}
