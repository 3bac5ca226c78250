import type DataLoader from 'dataloader';
import { oneByKey, type Db } from '@mainstay/subgraph-kit';
import { findNames, type ChildNameRow } from './child-name.repository.ts';

/** A loader, by child id, of the present name; null where none is recorded, or it is withheld. */
export type ChildNameLoader = DataLoader<string, ChildNameRow | null>;

export function childNameLoader(db: Db): ChildNameLoader {
  return oneByKey(
    (childIds) => findNames(db, childIds),
    (name) => name.childId,
  );
}
