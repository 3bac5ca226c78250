import type { Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { canReadEmployment, readableLaCodes } from '../employment/employment.policy.ts';
import type { DesignationRow } from './designation.entity.ts';
import { findDesignations } from './designation.repository.ts';

/** Whom an employer has named, ever; the latest first, and those the viewer may see. */
export type DesignationLoader = DataLoader<EmployerKey, readonly DesignationRow[], string>;

/** A loader of designations for one request. Who may read an employment may read them. */
export function createDesignationLoader({ db, viewer, moment: { today }, touched }: Loading): DesignationLoader {
  const keyOf = ({ employerKind, employerId }: EmployerKey): string => JSON.stringify([employerKind, employerId]);
  return new DataLoader<EmployerKey, readonly DesignationRow[], string>(
    async (employers) => {
      const rows = await findDesignations(db, employers, readableLaCodes(viewer, today));
      const seen = rows.filter((row) => canReadEmployment(viewer, row, today));
      touched.list('designations', [], seen.length);
      const found = Map.groupBy(seen, keyOf);
      return employers.map((employer) => found.get(keyOf(employer)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}
