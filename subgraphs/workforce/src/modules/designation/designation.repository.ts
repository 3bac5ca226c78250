import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { DesignationRow } from './designation.entity.ts';
import { designationStore } from './designation.store.ts';

/** Whom these employers have named, the latest first. */
export function findDesignations(
  db: Db,
  employers: readonly EmployerKey[],
  laCodes: readonly string[] | null,
): Promise<DesignationRow[]> {
  return db.query(
    `${designationStore.select} WHERE superseded_at IS NULL AND NOT is_withdrawn
        AND (employer_kind, employer_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        AND ($3::text[] IS NULL OR la_code = ANY ($3))
      ORDER BY starts_on DESC, id`,
    [employers.map(({ employerKind }) => employerKind), employers.map(({ employerId }) => employerId), laCodes],
  );
}
