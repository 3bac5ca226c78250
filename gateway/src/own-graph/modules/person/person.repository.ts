import type { Db } from '@mainstay/subgraph-kit';
import type { PersonMatchRow, PersonRow } from './person.entity.ts';

const columns = `la_code AS "laCode", id, role, name, practice_id AS "practiceId", worker_id AS "workerId",
  first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"`;

/** The rows of these people that the database shows, the latest first. */
export function findPeople(db: Db, ids: readonly string[]): Promise<PersonRow[]> {
  return db.query(`SELECT ${columns} FROM person WHERE id = ANY ($1) ORDER BY last_seen_at DESC NULLS LAST, la_code`, [
    [...ids],
  ]);
}

/** The people of an authority by name, those of one role when `role` is given. */
export function findPeopleOfAuthority(
  db: Db,
  o: { laCode: string; role: string | null; most: number },
): Promise<PersonRow[]> {
  return db.query(
    `SELECT ${columns} FROM person
      WHERE la_code = $1 AND ($2::text IS NULL OR role = $2) ORDER BY name NULLS LAST, id LIMIT $3`,
    [o.laCode, o.role, o.most],
  );
}

/**
 * Takes down that somebody was here: a new row, or the one there is brought up to date. With `lastSeenAt` null, that
 * somebody is known.
 */
export async function upsertPeople(
  db: Db,
  laCodes: readonly string[],
  person: Omit<PersonRow, 'laCode' | 'firstSeenAt'>,
): Promise<void> {
  const { id, role, name, practiceId, workerId, lastSeenAt } = person;
  await db.query(
    `INSERT INTO person AS p (la_code, id, role, name, practice_id, worker_id, first_seen_at, last_seen_at)
     SELECT la_code, $2, $3, $4, $5, $6, $7, $7 FROM unnest($1::text[]) AS la_code ORDER BY la_code
     ON CONFLICT (la_code, id) DO UPDATE
       SET role = EXCLUDED.role, name = coalesce(EXCLUDED.name, p.name), practice_id = EXCLUDED.practice_id,
           worker_id = coalesce(EXCLUDED.worker_id, p.worker_id),
           first_seen_at = least(EXCLUDED.first_seen_at, p.first_seen_at),
           last_seen_at = greatest(EXCLUDED.last_seen_at, p.last_seen_at)`,
    [[...new Set(laCodes)], id, role, name, practiceId, workerId, lastSeenAt],
  );
}

/** Takes down what somebody is compared with children by; what is not known now stays as it was. */
export async function upsertPersonMatch(db: Db, match: PersonMatchRow): Promise<void> {
  await db.query(
    `INSERT INTO person_match AS m (person_id, family_name_code, postcode_code) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE
       SET family_name_code = coalesce(EXCLUDED.family_name_code, m.family_name_code),
           postcode_code = coalesce(EXCLUDED.postcode_code, m.postcode_code)`,
    [match.personId, match.familyNameCode, match.postcodeCode],
  );
}
