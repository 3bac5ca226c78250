import type { PlainDate } from '@mainstay/primitives';
import type { Db, Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { ContractRow } from './contract.entity.ts';

/** Where a number of children stands; the values of the GraphQL enum `CapacityState`. */
export type CapacityState = 'BELOW' | 'WITHIN' | 'ABOVE';

/** What of a contract says how many children it is for. */
export type Agreed = Pick<ContractRow, 'laCode' | 'id' | 'agreedChildren' | 'agreedChildrenTolerance'>;

/** Where `children` stand against what was agreed; the bounds themselves are within. */
export function capacityState(
  { agreedChildren, agreedChildrenTolerance }: Pick<Agreed, 'agreedChildren' | 'agreedChildrenTolerance'>,
  children: number,
): CapacityState {
  if (children > agreedChildren + agreedChildrenTolerance) return 'ABOVE';
  return children < agreedChildren - agreedChildrenTolerance ? 'BELOW' : 'WITHIN';
}

/** How many children are allocated under contracts on a day, by contract. */
export async function countAllocated(
  db: Db,
  contracts: readonly Pick<ContractRow, 'laCode' | 'id'>[],
  on: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  // As the platform: a contract is for every child, those restricted to others too.
  const rows = await db.asPlatform((platform) =>
    platform.query<{ id: string; children: number }>(
      `SELECT contract_id AS id, count(*)::int AS children FROM allocation
        WHERE la_code = ANY ($1) AND contract_id = ANY ($2) AND started_on <= $3::date AND last_day >= $3::date
        GROUP BY contract_id`,
      [contracts.map(({ laCode }) => laCode), contracts.map(({ id }) => id), on],
    ),
  );
  return new Map(rows.map(({ id, children }) => [id, children]));
}

/** The most children that are allocated under a contract on any day from `from` on. */
export async function countMostAllocated(
  db: Db,
  { laCode, id }: Pick<ContractRow, 'laCode' | 'id'>,
  from: PlainDate,
): Promise<number> {
  const [row] = await db.asPlatform((platform) =>
    platform.query<{ most: number }>(
      `WITH held AS (
         SELECT greatest(started_on, $3::date) AS first_day, last_day FROM allocation
          WHERE la_code = $1 AND contract_id = $2 AND last_day >= greatest(started_on, $3::date)
       )
       SELECT coalesce(max(children), 0)::int AS most FROM (
         SELECT count(*) AS children FROM (SELECT DISTINCT first_day AS day FROM held) days
           JOIN held ON held.first_day <= day AND held.last_day >= day GROUP BY day
       ) counted`,
      [laCode, id, from],
    ),
  );
  return row?.most ?? 0;
}

/** A contract and a day. */
export interface AllocatedOn {
  readonly contract: Pick<ContractRow, 'laCode' | 'id'>;
  readonly on: PlainDate;
}

/** How many children are allocated under contracts on days: one statement for each day asked about. */
export function allocatedChildrenLoader({ db }: Loading): DataLoader<AllocatedOn, number, string> {
  return new DataLoader(
    async (asked) => {
      const counts = new Map<string, number>();
      for (const [on, ofDay] of Map.groupBy(asked, (one) => one.on)) {
        const counted = await countAllocated(
          db,
          ofDay.map(({ contract }) => contract),
          on,
        );
        for (const [id, children] of counted) counts.set(`${on} ${id}`, children);
      }
      return asked.map((one) => counts.get(keyOf(one)) ?? 0);
    },
    { cacheKeyFn: keyOf },
  );
}

function keyOf({ contract, on }: AllocatedOn): string {
  return `${on} ${contract.id}`;
}
