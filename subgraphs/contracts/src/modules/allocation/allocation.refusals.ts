import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Loading } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ContractRow } from '../contract/contract.entity.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { groundsOf, type ChildToAllocate } from './allocation.grounds.ts';
import { findAllocationsOfChildren } from './allocation.repository.ts';
import { refusingRule, type AllocationRefusal } from './allocation.rules.ts';

/** What is asked for. */
interface Asked {
  readonly children: ReadonlyMap<string, ChildToAllocate>;
  readonly contract: ContractRow;
  readonly startedOn: PlainDate;
}

/**
 * The children who cannot be allocated, in the order asked for, each with the rule. What a child's care was is judged on the
 * first day, or today when that is to come.
 */
export async function refusalsOf(
  {
    db,
    viewer,
    moment,
    findAllocationFacts,
  }: Pick<Loading, 'db' | 'viewer' | 'moment'> & Pick<Context, 'findAllocationFacts'>,
  { children, contract, startedOn }: Asked,
): Promise<AllocationRefusal[]> {
  // Another authority’s are asked for too: they answer, after as much work, as one who never was.
  const asked = [...children.keys()];
  const on = startedOn < moment.today ? startedOn : moment.today;
  const facts = new Map((await findAllocationFacts(viewer, { childIds: asked, on })).map((one) => [one.childId, one]));
  const held = Map.groupBy(await findAllocationsOfChildren(db, asked), ({ childId }) => childId);
  return [...children.values()].flatMap((child) => {
    const { childId } = child;
    const known = laCodeOfChild(childId) === contract.laCode ? facts.get(childId) : undefined;
    const allocations = held.get(childId) ?? [];
    const rule = refusingRule({
      facts: known,
      startedOn,
      allocatesAt: contract.allocatesAt,
      hasJudgement: groundsOf(child).judgement !== null,
      isAllocated: allocations.some((allocation) => overlaps(allocation, startedOn, contract.endsOn)),
      wasAllocatedAtEndOfCare: allocations.some((allocation) => holdsOn(allocation, known?.careEndedOn ?? null)),
    });
    return rule === null ? [] : { childId, rule };
  });
}

function overlaps({ startedOn, lastDay }: AllocationRow, from: PlainDate, to: PlainDate | null): boolean {
  if (lastDay !== null && (lastDay < startedOn || lastDay < from)) return false;
  return to === null || startedOn <= to;
}

function holdsOn({ startedOn, lastDay }: AllocationRow, day: PlainDate | null): boolean {
  return day !== null && startedOn <= day && (lastDay === null || lastDay >= day);
}
