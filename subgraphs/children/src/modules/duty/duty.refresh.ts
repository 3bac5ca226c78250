import type { Clock } from '@mainstay/primitives';
import { laCodeOfChild, type Database, type Db } from '@mainstay/subgraph-kit';
import { dutiesOfChild } from '../../duties/duties-of-child.ts';
import { findDutyFacts } from './duty.facts.ts';
import { holdDuties, keepDuties } from './duty.keeping.ts';

/** Children whose duties are worked out at a time: what bounds the memory and how long others wait. */
const CHILDREN_AT_A_TIME = 500;

/** What working out duties outside a request's transaction stands on. */
export interface DutyMachinery {
  readonly database: Database;
  readonly clock: Clock;
  /** Stops before the next some hundred children; what is left is worked out when it is read. */
  readonly signal?: AbortSignal;
}

/**
 * Works out the duties towards these children anew, in the transaction of `db` and with the rights of the platform: a fixed
 * number of statements, however many they are. Whoever calls has decided that the viewer may change what they follow from.
 *
 * @param at the instant from which they are known to be so.
 */
export async function refreshDuties(db: Db, childIds: readonly string[], at: Date): Promise<void> {
  if (childIds.length === 0) return;
  const children = { laCodes: [...new Set(childIds.map(laCodeOfChild))], childIds };
  await db.asPlatform(async (platform) => {
    await holdDuties(platform, childIds);
    const facts = await findDutyFacts(platform, children);
    const made = facts.map((one) => ({ childId: one.childId, duties: dutiesOfChild(one) }));
    await keepDuties(platform, children, { made, at });
  });
}

/**
 * Works out the duties towards children about whom something has changed since, some hundred at a time, each hundred in a
 * transaction of its own: after an import, or before duties are read.
 *
 * @param scope whose children: of these authorities, and of them only those named, when given.
 */
export async function refreshStaleDuties(
  { database, clock, signal }: DutyMachinery,
  scope: { readonly laCodes: readonly string[]; readonly childIds?: readonly string[] | null },
): Promise<void> {
  let found = CHILDREN_AT_A_TIME;
  while (found === CHILDREN_AT_A_TIME && signal?.aborted !== true) {
    found = await database.service(async (db) => {
      const { children } = await findStale(db, scope, CHILDREN_AT_A_TIME);
      await refreshDuties(db, children, clock.now());
      return children.length;
    });
  }
}

/** Some of the children about whom something has changed since, that the transaction sees; and whether it may write. */
export async function findStale(
  db: Db,
  { laCodes, childIds = null }: { readonly laCodes: readonly string[]; readonly childIds?: readonly string[] | null },
  limit: number,
): Promise<{ readonly children: readonly string[]; readonly isWritable: boolean }> {
  const rows = await db.query<{ childId: string; isWritable: boolean }>(
    `SELECT child_id AS "childId", current_setting('transaction_read_only') = 'off' AS "isWritable" FROM duty_stale
     WHERE la_code = ANY ($1::text[]) AND ($2::text[] IS NULL OR child_id = ANY ($2))
     ORDER BY la_code, child_id LIMIT $3`,
    [laCodes, childIds, limit],
  );
  return { children: rows.map(({ childId }) => childId), isWritable: rows[0]?.isWritable ?? false };
}
