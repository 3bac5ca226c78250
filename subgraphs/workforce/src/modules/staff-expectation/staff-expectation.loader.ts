import DataLoader from 'dataloader';
import type { Loading } from '@mainstay/subgraph-kit';
import { canReadSupport } from '../../record/staff-record-policy.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { StaffExpectationRow } from './staff-expectation.entity.ts';
import { staffExpectationStore } from './staff-expectation.store.ts';

/** What an employer has recorded that it expects, ever; as far as the viewer may read it. */
export type StaffExpectationLoader = DataLoader<EmployerKey, readonly StaffExpectationRow[], string>;

/** Loads what employers expect: one statement for all of them. */
export function createStaffExpectationLoader({ db, viewer, moment }: Loading): StaffExpectationLoader {
  const keyOf = ({ employerKind, employerId }: EmployerKey): string => `${employerKind} ${employerId}`;
  return new DataLoader<EmployerKey, readonly StaffExpectationRow[], string>(
    async (employers) => {
      const rows = await db.query<StaffExpectationRow>(
        `${staffExpectationStore.select} WHERE employer_id = ANY ($1) AND superseded_at IS NULL AND NOT is_withdrawn`,
        [employers.map(({ employerId }) => employerId)],
      );
      const seen = Map.groupBy(
        rows.filter((row) => canReadSupport(viewer, row, moment.today)),
        keyOf,
      );
      return employers.map((employer) => seen.get(keyOf(employer)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}
