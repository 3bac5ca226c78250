import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { canReadBreakGlass, mayReadBreakGlasses } from './break-glass.policy.ts';
import { findBreakGlasses, type BreakGlassRow } from './break-glass.repository.ts';

/** A loader, by id, of the broken glasses that the viewer may read. */
export type BreakGlassLoader = DataLoader<string, BreakGlassRow | null>;

export function breakGlassLoader({ db, viewer }: Pick<Request, 'db' | 'viewer'>): BreakGlassLoader {
  return oneByKey(
    async (ids) => {
      if (!mayReadBreakGlasses(viewer)) return [];
      return (await findBreakGlasses(db, ids)).filter((glass) => canReadBreakGlass(viewer, glass));
    },
    ({ id }) => id,
  );
}
