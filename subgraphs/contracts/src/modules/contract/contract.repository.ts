import type { Db } from '@mainstay/subgraph-kit';
import type { ContractRow } from './contract.entity.ts';

const columns = `la_code AS "laCode", id, practice_id AS "practiceId", starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", agreed_children AS "agreedChildren",
  agreed_children_tolerance AS "agreedChildrenTolerance"`;

/** The contracts with these ids. */
export function findContractsById(db: Db, ids: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE id = ANY ($1)`, [[...ids]]);
}

/** The contracts of these authorities, newest first. */
export function findContractsOfAuthorities(db: Db, laCodes: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE la_code = ANY ($1) ORDER BY starts_on DESC, id`, [
    [...laCodes],
  ]);
}

/** The contracts of these practices, newest first. */
export function findContractsOfPractices(db: Db, practiceIds: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE practice_id = ANY ($1) ORDER BY starts_on DESC, id`, [
    [...practiceIds],
  ]);
}
