import { addDays, type Clock, type PlainDate } from '@mainstay/primitives';
import type { Database, Db } from '@mainstay/subgraph-kit';
import {
  managerOf,
  writeAbsence,
  writeAbsences,
  writeSupervision,
  writeTimeDiary,
  writeTraining,
} from './demonstration-support/colleague-record.ts';
import { FIRST_KEY, SupportBook, type Colleague } from './demonstration-support/support-book.ts';
import { socialWorkerRoles } from './indicators/staff-indicator.ts';
import { UNSUPERVISED_ROLES } from './modules/support-due/support-due.repository.ts';

/**
 * Adds to a demonstration, once, what the managers of an authority and of its practices would have recorded of supervision,
 * learning and absences, and what workers would have entered in their time diaries: plainly made up, the same for the same
 * staff and day.
 *
 * @returns whether it was added.
 */
export async function loadDemonstrationSupport(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  laCode: string,
): Promise<boolean> {
  return database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration-support', 0))`);
    const [held] = await db.query('SELECT 1 FROM staff_expectation WHERE la_code = $1 AND entry_key = $2', [
      laCode,
      FIRST_KEY,
    ]);
    const colleagues = held ? [] : await findColleagues(db, laCode, clock.today());
    if (colleagues.length === 0) return false;
    const book = new SupportBook(clock.now());
    writeExpectations(book, colleagues, clock.today());
    writeRecords(book, colleagues, clock.today());
    await book.write(db);
    return true;
  });
}

function findColleagues(db: Db, laCode: string, today: PlainDate): Promise<Colleague[]> {
  return db.query(
    `SELECT la_code AS "laCode", worker_id AS "workerId", employer_kind AS "employerKind", employer_id AS "employerId",
            max(started_on)::text AS since, bool_or(role <> ALL ($3)) AS "isSupervised",
            bool_or(role = ANY ($4)) AS "isSocialWorker"
       FROM present_employment
      WHERE la_code = $1 AND started_on <= $2 AND (ended_on IS NULL OR ended_on >= $2)
      GROUP BY la_code, worker_id, employer_kind, employer_id
      ORDER BY employer_kind, employer_id, worker_id`,
    [laCode, today, [...UNSUPERVISED_ROLES], [...socialWorkerRoles]],
  );
}

/** What every employer expects: practices that those who are new are supervised every fortnight. */
function writeExpectations(book: SupportBook, colleagues: readonly Colleague[], today: PlainDate): void {
  const from = addDays(today, -400);
  for (const [of] of Map.groupBy(colleagues, ({ employerId }) => employerId).values()) {
    if (!of) continue;
    book.add({
      table: 'staff_expectation',
      of,
      on: from,
      by: managerOf(of),
      facts: {
        holds_from: from,
        supervision_days: 28,
        first_year_supervision_days: of.employerKind === 'practice' ? 14 : null,
        do_peers_count: false,
        long_absence_days: 28,
        learning_pieces: 2,
        learning_pieces_with_peers: 1,
        learning_hours: null,
      },
    });
  }
}

function writeRecords(book: SupportBook, colleagues: readonly Colleague[], today: PlainDate): void {
  for (const staff of Map.groupBy(colleagues, ({ employerId }) => employerId).values()) {
    const workers = staff.filter(({ isSupervised }) => isSupervised);
    for (const colleague of workers) {
      const writing = { book, colleague, today };
      writeSupervision(writing);
      writeAbsences(writing);
      if (!colleague.isSocialWorker) continue;
      writeTraining(writing);
      writeTimeDiary(writing);
    }
    writeLongAbsences(book, workers, today);
  }
}

/** Of every larger group somebody who has been ill with stress for ten weeks, and of the authority's a parent of a baby. */
function writeLongAbsences(book: SupportBook, workers: readonly Colleague[], today: PlainDate): void {
  const since = (days: number): PlainDate => addDays(today, -days);
  const settled = workers.filter(
    (colleague) => colleague.since < since(120) && !colleague.workerId.startsWith('SW0990'),
  );
  const [ill, parent, juror] = settled.length >= 4 ? settled : [];
  if (ill)
    writeAbsence({ book, colleague: ill, today }, { from: since(70), until: null, cause: 'SIC', isStress: true });
  if (parent?.employerKind === 'local-authority') {
    writeAbsence({ book, colleague: parent, today }, { from: since(100), until: null, cause: 'MAT' });
  }
  if (juror) writeAbsence({ book, colleague: juror, today }, { from: since(30), until: since(21), cause: 'PUB' });
}
