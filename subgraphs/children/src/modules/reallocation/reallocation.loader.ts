import DataLoader from 'dataloader';
import { plainNumber, type PlainDate } from '@mainstay/primitives';
import { addMonths } from '../../duties/due-dates.ts';
import { isWithheld, type RecordPart } from '../child/child.parts-policy.ts';
import type { ChildOnDay, RequestForDays } from '../row-on-day.ts';
import { countVisits, findTeams } from './reallocation.repository.ts';

/** How often each worker saw the child in twelve months, by the worker's `plainNumber`. */
export type VisitsByWorker = ReadonlyMap<string, number>;

/** What a re-allocation asks of many children; nothing where it is withheld. No record is opened: only counts and plans leave. */
export interface ReallocationLoaders {
  readonly visitsByWorker: DataLoader<ChildOnDay, VisitsByWorker | null, string>;
  readonly teamOnDay: DataLoader<ChildOnDay, string | null, string>;
}

/** One statement for each day asked about, however many children. */
export function reallocationLoaders(request: RequestForDays): ReallocationLoaders {
  const { db } = request;
  return {
    visitsByWorker: ofDays(request, 'VISITS', async (childIds, on) => {
      const counted = await countVisits(db, childIds, { after: addMonths(on, -12), to: on });
      const ofChild = Map.groupBy(counted, ({ childId }) => childId);
      return new Map([...ofChild].map(([childId, own]) => [childId, sumsOf(own)]));
    }),
    teamOnDay: ofDays(request, 'PLANS', async (childIds, on) => {
      const found = await findTeams(db, childIds, on);
      return new Map(found.map(({ childId, team }) => [childId, team]));
    }),
  };
}

function sumsOf(counted: readonly { readonly workerId: string; readonly visits: number }[]): VisitsByWorker {
  const sums = new Map<string, number>();
  for (const { workerId, visits } of counted) {
    const number = plainNumber(workerId);
    sums.set(number, (sums.get(number) ?? 0) + visits);
  }
  return sums;
}

function ofDays<Value>(
  { viewer }: RequestForDays,
  part: RecordPart,
  find: (childIds: readonly string[], on: PlainDate) => Promise<ReadonlyMap<string, Value>>,
): DataLoader<ChildOnDay, Value | null, string> {
  const load = async (asked: readonly ChildOnDay[]): Promise<(Value | null)[]> => {
    const told = asked.filter(({ child }) => !isWithheld(viewer, child, part));
    const found = new Map<PlainDate, ReadonlyMap<string, Value>>();
    for (const [on, ofDay] of Map.groupBy(told, (one) => one.on)) {
      const childIds = ofDay.map(({ child }) => child.id);
      found.set(on, await find(childIds, on));
    }
    return asked.map(({ child, on }) => found.get(on)?.get(child.id) ?? null);
  };
  return new DataLoader<ChildOnDay, Value | null, string>(load, { cacheKeyFn: ({ child, on }) => `${child.id} ${on}` });
}
