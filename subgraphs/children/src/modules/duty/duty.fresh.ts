import type { Request } from '../../context.ts';
import { findStale, refreshDuties, refreshStaleDuties } from './duty.refresh.ts';

/** More children than one change of a request can touch: what an import leaves behind is worked out apart. */
const MOST_IN_ONE_REQUEST = 50;

/**
 * Makes sure that the duties about to be read are worked out from what is recorded now: one statement when they are, as
 * nearly always. What the request's own transaction has changed is counted in that transaction; what others did, such as an
 * import, is worked out by the platform first.
 */
export async function freshDuties(
  { db, database, clock }: Pick<Request, 'db' | 'database' | 'clock'>,
  laCodes: readonly string[],
  childIds: readonly string[] | null = null,
): Promise<void> {
  const scope = { laCodes, childIds };
  const { children, isWritable } = await findStale(db, scope, MOST_IN_ONE_REQUEST);
  if (children.length === 0) return;
  if (isWritable && children.length < MOST_IN_ONE_REQUEST) await refreshDuties(db, children, clock.now());
  else await refreshStaleDuties({ database, clock }, scope);
}
