import { oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { PersonRow } from './person.entity.ts';
import { canReadPerson } from './person.policy.ts';
import { findPeople } from './person.repository.ts';

/** People by id, as the viewer may know them: null for everybody else. */
export function createPersonLoader(db: Db, viewer: Viewer): DataLoader<string, PersonRow | null> {
  return oneByKey(
    async (ids: readonly string[]) => {
      const latest = new Map<string, PersonRow>();
      for (const row of await findPeople(db, ids)) {
        if (canReadPerson(viewer, row) && !latest.has(row.id)) latest.set(row.id, row);
      }
      return [...latest.values()];
    },
    (person) => person.id,
  );
}
