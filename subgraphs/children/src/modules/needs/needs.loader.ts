import DataLoader from 'dataloader';
import type { ChildOnDay, RequestForDays } from '../row-on-day.ts';
import { needsOfChildren, type Needs } from './needs.service.ts';

export type NeedsLoader = DataLoader<ChildOnDay, Needs | null, string>;

/** How much children need on days: one statement for each day asked about. It opens their records. */
export function needsLoader({ db, viewer, touched }: RequestForDays): NeedsLoader {
  const load = async (asked: readonly ChildOnDay[]): Promise<(Needs | null)[]> => {
    const found = new Map<string, Needs>();
    for (const [on, ofDay] of Map.groupBy(asked, (one) => one.on)) {
      const children = ofDay.map(({ child }) => child);
      for (const [id, needs] of await needsOfChildren({ db, viewer }, children, on)) {
        touched.record(id);
        found.set(`${id} ${on}`, needs);
      }
    }
    return asked.map((one) => found.get(keyOf(one)) ?? null);
  };
  return new DataLoader<ChildOnDay, Needs | null, string>(load, { cacheKeyFn: keyOf });
}

function keyOf({ child, on }: ChildOnDay): string {
  return `${child.id} ${on}`;
}
