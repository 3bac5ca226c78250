import { addDays } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { expectedEndOf } from './allocation.expected-end.ts';
import { canReadAllocationsOf } from './allocation.policy.ts';
import { findAllocationsHolding } from './allocation.repository.ts';

const MOST_DAYS = 366;

/**
 * The allocations of an authority that hold now and are expected to end within so many days, soonest first; null to viewers
 * who are not told. Two statements, and one question to the children subgraph, however many there are.
 *
 * @throws BadInputError when the number of days is none from 1 to 366.
 */
export async function allocationsEndingSoon(
  laCode: string,
  days: number,
  { db, viewer, moment, touched, loaders }: Context,
): Promise<AllocationRow[] | null> {
  if (days < 1 || days > MOST_DAYS) throw new BadInputError(`Ask for 1 to ${MOST_DAYS} days.`);
  const isTold = ['la-analyst', 'la-commissioner', 'la-manager'].includes(viewer.role) && viewer.breakGlass === null;
  if (!isTold || !viewer.laCodes.includes(laCode)) return null;
  const held = (await findAllocationsHolding(db, laCode, moment.now)).filter(({ childId }) =>
    canReadAllocationsOf(viewer, childId, moment),
  );
  const known = await Promise.all(
    held.map(async (allocation) => ({ allocation, facts: await loaders.allocationFacts.load(allocation.childId) })),
  );
  const until = addDays(moment.today, days);
  const ending = known.flatMap(({ allocation, facts }) => {
    const on = facts && expectedEndOf(allocation, facts, moment.now).on;
    return on && on <= until ? [{ allocation, on }] : [];
  });
  const childIds = ending.map(({ allocation }) => allocation.childId);
  touched.list('allocations ending soon', childIds, childIds.length);
  return ending
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .map(({ allocation }) => allocation);
}
