import type { Db } from '@mainstay/subgraph-kit';
import type { PracticeRow } from './practice.entity.ts';

const columns = `id, name, governance, parent_organisation AS "parentOrganisation", founded_on::text AS "foundedOn",
  host_la_codes AS "hostLaCodes"`;

/** The practices with these ids, as far as row-level security lets them be seen. */
export function findPracticesById(db: Db, ids: readonly string[]): Promise<PracticeRow[]> {
  return db.query(`SELECT ${columns} FROM practice WHERE id = ANY ($1)`, [[...ids]]);
}

/** Every practice that row-level security lets be seen, by name. */
export function findPractices(db: Db): Promise<PracticeRow[]> {
  return db.query(`SELECT ${columns} FROM practice ORDER BY name, id`);
}
