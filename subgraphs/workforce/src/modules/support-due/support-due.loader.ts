import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import type { Database, Loading } from '@mainstay/subgraph-kit';
import { canReadSupportOf } from '../../record/staff-record-policy.ts';
import { findDaysAway, type DaysAway } from '../absence/absence.repository.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { readableLaCodes } from '../employment/employment.policy.ts';
import type { StaffExpectationLoader } from '../staff-expectation/staff-expectation.loader.ts';
import { expectationOn, type ExpectationOnDay } from '../staff-expectation/staff-expectation.on-day.ts';
import { supervisionStanding, type SupervisionStanding } from '../supervision/supervision.due.ts';
import {
  learningState,
  registrationYear,
  type LearningState,
  type Learnt,
  type RegistrationYear,
} from '../training/training.learning-year.ts';
import { findSupport, type SupportQuestion, type SupportRow } from './support-due.repository.ts';

/** How one worker of an employer is supported on a day. */
export interface StaffSupport extends SupportQuestion {
  readonly laCode: string;
  readonly workerId: string;
  readonly expected: ExpectationOnDay;
  /** When supervision that counts was last held; null when it never was. */
  readonly lastHeldOn: PlainDate | null;
  /** Null for those who are not supervised. */
  readonly supervision: SupervisionStanding | null;
  /** Null for those who are no social workers. */
  readonly learning: (Learnt & { readonly year: RegistrationYear; readonly state: LearningState }) | null;
}

/** How the staff of employers are supported on days; nobody for those who may not read it. */
export type SupportLoader = DataLoader<SupportQuestion, readonly StaffSupport[], string>;

/** What support is loaded with. */
export interface SupportLoading extends Loading {
  readonly database: Pick<Database, 'figures'>;
  readonly staffExpectations: StaffExpectationLoader;
}

/** Loads how staff are supported: three statements, however many employers and days are asked for. */
export function createSupportLoader(loading: SupportLoading): SupportLoader {
  const { viewer, moment } = loading;
  return new DataLoader<SupportQuestion, readonly StaffSupport[], string>(
    async (questions) => {
      const open = questions.filter((question) => canReadSupportOf(viewer, question, moment.today));
      const found = open.length === 0 ? new Map<SupportQuestion, StaffSupport[]>() : await supportOf(loading, open);
      return questions.map((question) => found.get(question) ?? []);
    },
    { cacheKeyFn: ({ employerKind, employerId, on }) => `${employerKind} ${employerId} ${on}` },
  );
}

async function supportOf({ db, database, viewer, moment, staffExpectations }: SupportLoading, open: SupportQuestion[]) {
  const laCodes = readableLaCodes(viewer, moment.today);
  const asked = open.map((question) => ({ ...question, yearFrom: registrationYear(question.on).from }));
  const rows = await findSupport(db, asked, laCodes);
  const recorded = (await staffExpectations.loadMany(open)).flatMap((found) => (found instanceof Error ? [] : found));
  // When somebody was away, and nothing of why: that moves the day of the next supervision, whoever looks at it.
  const employers = [...new Map(open.map((employer) => [keyOf(employer, ''), employer])).values()];
  const away = await database.figures(viewer, (figures) => findDaysAway(figures, employers, laCodes));
  const awayOf = Map.groupBy(away, (days) => keyOf(days, days.workerId));
  const found = new Map<SupportQuestion, StaffSupport[]>(open.map((question) => [question, []]));
  for (const row of rows) {
    const question = open[row.question];
    if (!question) continue;
    const expected = expectationOn(recorded, { ...question, laCode: row.laCode }, question.on);
    found.get(question)?.push(standingOf(row, question, { expected, away: awayOf.get(keyOf(question, row.workerId)) }));
  }
  return found;
}

function standingOf(
  row: SupportRow,
  { employerKind, employerId, on }: SupportQuestion,
  { expected, away = [] }: { readonly expected: ExpectationOnDay; readonly away: readonly DaysAway[] | undefined },
): StaffSupport {
  const { laCode, workerId, since, knownSince, pieces, piecesWithPeers, hours, hoursOfAll } = row;
  const lastHeldOn = expected.doPeersCount ? row.lastHeldOn : row.lastHeldWithoutPeers;
  const learnt = { pieces, piecesWithPeers, hours, hoursOfAll };
  return {
    employerKind,
    employerId,
    on,
    laCode,
    workerId,
    expected,
    lastHeldOn,
    supervision: row.isSupervised ? supervisionStanding({ on, since, knownSince, lastHeldOn, expected, away }) : null,
    learning: row.isSocialWorker
      ? { ...learnt, year: registrationYear(on), state: learningState(learnt, expected, on) }
      : null,
  };
}

function keyOf({ employerKind, employerId }: EmployerKey, workerId: string): string {
  return `${employerKind} ${employerId} ${workerId}`;
}
