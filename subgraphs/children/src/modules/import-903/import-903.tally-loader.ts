import DataLoader from 'dataloader';
import type { Request } from '../../context.ts';
import { sumTallies } from './import-903.tally-repository.ts';
import type { Tally } from './import-903.tally.ts';

/** A loader, by import, of what became of the rows of the children the viewer learns of; null when that is everybody. */
export type ImportTallyLoader = DataLoader<string, Tally | null>;

/** One statement for all imports asked for at a time; none for viewers from whom no child is hidden. */
export function importTallyLoader({ db, viewer }: Pick<Request, 'db' | 'viewer'>): ImportTallyLoader {
  const hidden = viewer.hiddenChildIds;
  return new DataLoader(async (ids) => {
    if (hidden.length === 0) return ids.map(() => null);
    const tallies = await sumTallies(db, { ids, hidden });
    return ids.map((id) => tallies.get(id) ?? null);
  });
}
