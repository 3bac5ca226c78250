import { addDays, type Clock } from '@mainstay/primitives';
import type { Database, Db } from '@mainstay/subgraph-kit';
import { writeAfterCare } from './demonstration-records/after-care.ts';
import { Book, FIRST_KEY } from './demonstration-records/book.ts';
import { writeContacts } from './demonstration-records/contacts.ts';
import { writeHealth } from './demonstration-records/health.ts';
import { findLives, type Writing } from './demonstration-records/life.ts';
import { writePerson } from './demonstration-records/person.ts';
import { writeCarePlans, writePathwayPlans } from './demonstration-records/plans.ts';
import { writeQuestion } from './demonstration-records/questions.ts';
import { writeReviews } from './demonstration-records/reviews.ts';
import { writeSafety } from './demonstration-records/safety.ts';
import { writeSchool } from './demonstration-records/school.ts';
import { writeAdviserVisits, writeVisits } from './demonstration-records/visits.ts';
import { writeVoices } from './demonstration-records/voices.ts';
import { refreshStaleDuties } from './modules/duty/duty.refresh.ts';

/** Days back from today from which everyday things are told: 15 months. */
const DAYS_TOLD = 456;

/**
 * Adds to a demonstration, once, what the workers of an authority and of its practice would have recorded of the children in
 * care and of those who left it lately: plainly made up, the same for the same children and day. Then the duties towards
 * them are worked out anew.
 *
 * @returns whether it was added.
 */
export async function loadDemonstrationRecords(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  laCode: string,
): Promise<boolean> {
  const childIds = await database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration-records', 0))`);
    return (await areThere(db, laCode)) ? [] : writeRecords(db, laCode, clock);
  });
  await refreshStaleDuties({ database, clock }, { laCodes: [laCode], childIds });
  return childIds.length > 0;
}

async function areThere(db: Db, laCode: string): Promise<boolean> {
  const found = await db.query('SELECT FROM profile WHERE la_code = $1 AND entry_key = $2', [laCode, FIRST_KEY]);
  return found.length > 0;
}

async function writeRecords(db: Db, laCode: string, clock: Clock): Promise<string[]> {
  const today = clock.today();
  const book = new Book(clock.now());
  const lives = await findLives(db, laCode, today);
  for (const life of lives) writeRecord({ book, life, today, since: addDays(today, -DAYS_TOLD) });
  await book.write(db);
  return lives.map(({ childId }) => childId);
}

function writeRecord(writing: Writing): void {
  writePerson(writing);
  writeVisits(writing);
  writeContacts(writing);
  writeHealth(writing);
  writeSchool(writing);
  writeVoices(writing);
  writeSafety(writing);
  writeCarePlans(writing);
  writePathwayPlans(writing, writeReviews(writing));
  writeQuestion(writing);
  writeAdviserVisits(writing, writeAfterCare(writing));
}
