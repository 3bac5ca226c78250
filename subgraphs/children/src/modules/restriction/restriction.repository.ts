import { randomUUID } from 'node:crypto';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { RestrictionEntity } from './restriction.entity.ts';

/** A restriction with the subjects it names, as read for the graph. */
export type RestrictionRow = Omit<RestrictionEntity, 'liftedBy'> & { readonly named: readonly string[] };

const columns = `r.la_code AS "laCode", r.id, r.child_id AS "childId", r.reason, r.placed_at AS "placedAt",
  r.placed_by AS "placedBy", r.lifted_at AS "liftedAt",
  ARRAY(SELECT p.person_id FROM restriction_person p
    WHERE p.la_code = r.la_code AND p.restriction_id = r.id AND p.ended_at IS NULL ORDER BY p.person_id) AS named`;

/** The restrictions with these ids. */
export function findRestrictions(db: Db, ids: readonly string[]): Promise<RestrictionRow[]> {
  return db.query<RestrictionRow>(
    `SELECT ${columns} FROM restriction r WHERE r.la_code = ANY ($1::text[]) AND r.id = ANY ($2::text[])`,
    [[...new Set(ids.map(laCodeOfChild))], ids],
  );
}

/** The restrictions in force on the records of these children. */
export function findRestrictionsInForce(db: Db, childIds: readonly string[]): Promise<RestrictionRow[]> {
  return db.query<RestrictionRow>(
    `SELECT ${columns} FROM restriction r
     WHERE r.la_code = ANY ($1::text[]) AND r.child_id = ANY ($2::text[]) AND r.lifted_at IS NULL`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds],
  );
}

/** Every restriction of an authority, those in force first, then the newest first. */
export function findRestrictionsOf(db: Db, laCode: string): Promise<RestrictionRow[]> {
  return db.query<RestrictionRow>(
    `SELECT ${columns} FROM restriction r WHERE r.la_code = $1
     ORDER BY r.lifted_at IS NOT NULL, r.placed_at DESC, r.id`,
    [laCode],
  );
}

/** Makes every other change of who may see the child wait until this transaction ends. */
export async function holdRestrictionsOf(db: Db, childId: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('restriction:' || $1, 0))`, [childId]);
}

/** Puts a restriction on record, with the people it names. */
export async function insertRestriction(db: Db, restriction: RestrictionRow): Promise<void> {
  const { laCode, id, childId, reason, placedAt, placedBy, named } = restriction;
  await db.query(
    `INSERT INTO restriction (la_code, id, child_id, reason, placed_at, placed_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [laCode, id, childId, reason, placedAt, placedBy],
  );
  await insertPeople(db, restriction, { people: named, by: placedBy, at: placedAt });
}

/** Names more people. */
export async function insertPeople(
  db: Db,
  { laCode, id, childId }: Pick<RestrictionRow, 'laCode' | 'id' | 'childId'>,
  { people, by, at }: { readonly people: readonly string[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO restriction_person (la_code, restriction_id, id, child_id, person_id, named_at, named_by)
     SELECT $1, $2, named.id, $3, named.person_id, $6, $7 FROM unnest($4::text[], $5::text[]) AS named (id, person_id)`,
    [laCode, id, childId, people.map(() => randomUUID()), people, at, by],
  );
}

/** Ends the naming of people. */
export async function endPeople(
  db: Db,
  { laCode, id }: Pick<RestrictionRow, 'laCode' | 'id'>,
  { people, by, at }: { readonly people: readonly string[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `UPDATE restriction_person SET ended_at = $4, ended_by = $5
     WHERE la_code = $1 AND restriction_id = $2 AND person_id = ANY ($3::text[]) AND ended_at IS NULL`,
    [laCode, id, people, at, by],
  );
}

/** Lifts a restriction. */
export async function updateLifted(
  db: Db,
  { laCode, id }: Pick<RestrictionRow, 'laCode' | 'id'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    'UPDATE restriction SET lifted_at = $3, lifted_by = $4 WHERE la_code = $1 AND id = $2 AND lifted_at IS NULL',
    [laCode, id, at, by],
  );
}
