import type { PlainDate } from '@mainstay/primitives';
import { columnsOf } from '@mainstay/subgraph-kit/record';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { RegistrationEntity, type RegistrationRow } from './registration.entity.ts';
import { registrationStore } from './registration.store.ts';

/** The registrations of these workers, as far as row-level security lets them be seen; the longest-lasting last. */
export function findRegistrationsOfWorkers(db: Db, workerIds: readonly string[]): Promise<RegistrationRow[]> {
  return db.query(
    `${registrationStore.select} WHERE worker_id = ANY ($1) AND superseded_at IS NULL AND NOT is_withdrawn
      ORDER BY expires_on, la_code`,
    [[...workerIds]],
  );
}

/** What an authority's record says of the registrations of these workers. */
export function findRegistrationsOfAuthority(
  db: Db,
  laCode: string,
  workerIds: readonly string[],
): Promise<RegistrationRow[]> {
  return db.query(
    `${registrationStore.select} WHERE la_code = $1 AND worker_id = ANY ($2) AND superseded_at IS NULL AND NOT is_withdrawn`,
    [laCode, [...workerIds]],
  );
}

/** Whose registrations are about to end, or have. */
export interface ExpiryQuestion extends EmployerKey {
  /** Days from today. */
  readonly within: number;
}

const columns = columnsOf(RegistrationEntity)
  .map(({ name, property }) => `registration.${name} AS "${property}"`)
  .join(', ');

/**
 * The registrations of those in an employer's employment today that end within days or are not in force, by their last day;
 * one statement for all employers.
 */
export async function findExpiring(
  db: Db,
  questions: readonly ExpiryQuestion[],
  { today, laCodes }: { readonly today: PlainDate; readonly laCodes: readonly string[] | null },
): Promise<RegistrationRow[][]> {
  const rows = await db.query<RegistrationRow & { readonly question: number }>(
    `WITH asked AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
         WITH ORDINALITY AS asked (employer_kind, employer_id, days, question)
     )
     SELECT asked.question::int AS question, ${columns}
       FROM asked JOIN registration
         ON (registration.status <> 'REGISTERED' OR registration.expires_on <= $4::date + asked.days)
      WHERE registration.superseded_at IS NULL AND NOT registration.is_withdrawn
        AND EXISTS (SELECT FROM present_employment AS held
          WHERE held.la_code = registration.la_code AND held.worker_id = registration.worker_id
            AND held.employer_kind = asked.employer_kind AND held.employer_id = asked.employer_id
            AND ($5::text[] IS NULL OR held.la_code = ANY ($5))
            AND held.started_on <= $4::date AND (held.ended_on IS NULL OR held.ended_on >= $4::date))
      ORDER BY asked.question, registration.expires_on, registration.worker_id, registration.la_code`,
    [
      questions.map(({ employerKind }) => employerKind),
      questions.map(({ employerId }) => employerId),
      questions.map(({ within }) => within),
      today,
      laCodes,
    ],
  );
  const found = Map.groupBy(rows, ({ question }) => question);
  return questions.map((_, index) => found.get(index + 1) ?? []);
}
