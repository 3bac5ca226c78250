import type { Request } from '../../context.ts';
import { findStale, refreshStaleDuties } from './duty.refresh.ts';

/**
 * Makes sure that the duties about to be read are worked out from what is recorded now: one statement when they are, as
 * nearly always. After an import they are worked out first, by the platform itself.
 */
export async function freshDuties(
  { db, database, clock }: Pick<Request, 'db' | 'database' | 'clock'>,
  laCodes: readonly string[],
  childIds: readonly string[] | null = null,
): Promise<void> {
  const scope = { laCodes, childIds };
  const stale = await findStale(db, scope, 1);
  if (stale.length > 0) await refreshStaleDuties({ database, clock }, scope);
}
