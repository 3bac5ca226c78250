import { createHash } from 'node:crypto';
import type { PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, NotFoundError, type Db, type Loading } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { capacityState, countMostAllocated } from '../contract/contract.capacity.ts';
import type { ContractRow } from '../contract/contract.entity.ts';
import { canCommission } from '../contract/contract.policy.ts';
import { findContractsById } from '../contract/contract.repository.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { groundsOf, insertAllocationGrounds, textOf, type ChildToAllocate } from './allocation.grounds.ts';
import { refusalsOf } from './allocation.refusals.ts';
import {
  findAllocationRequest,
  findAllocationsById,
  holdAllocationsOf,
  insertAllocationRequest,
  insertAllocations,
} from './allocation.repository.ts';
import type { AllocationRefusal } from './allocation.rules.ts';

/** The most children one request may allocate. */
export const MOST_CHILDREN = 500;

const CHILD_ID = /^[A-Z]\d{8}\.[a-z2-7]{20}$/;

/** What `allocateChildren` asks for. */
export interface AllocateChildrenInput {
  readonly contractId: string;
  readonly children: readonly ChildToAllocate[];
  readonly startedOn: PlainDate;
  readonly moreThanAgreedBecause?: string | null;
  readonly idempotencyKey: string;
}

/** How many children a contract is for, and the most it has from a day on: before and after a change. */
export interface CapacityChange {
  readonly contract: ContractRow;
  readonly before: number;
  readonly after: number;
}

/** What came of it. Everything but `allocated` changed nothing. */
export type AllocateChildrenOutcome =
  | { readonly kind: 'allocated'; readonly allocations: readonly AllocationRow[]; readonly capacity: CapacityChange }
  | { readonly kind: 'outside-contract'; readonly contract: ContractRow }
  | { readonly kind: 'refused'; readonly refusals: readonly AllocationRefusal[]; readonly others: number }
  | { readonly kind: 'more-than-agreed'; readonly capacity: CapacityChange };

/**
 * Allocates children of the viewer's authority to the practice of a contract: all of them or none.
 *
 * The same request under the same key is carried out once, however often and however many at a time it is sent. The practice
 * is not asked: no rule and no mutation lets it refuse.
 *
 * @throws ForbiddenError when the viewer allocates for no authority; NotFoundError when the contract is not the
 * authority's; BadInputError when the input cannot be meant, or the key was used for another request.
 */
export async function allocateChildren(
  context: Loading & Pick<Context, 'findAllocationFacts'>,
  input: AllocateChildrenInput,
): Promise<AllocateChildrenOutcome> {
  const { db, viewer, touched } = context;
  const laCode = viewer.laCodes[0] ?? '';
  if (!canCommission(viewer, laCode)) {
    throw new ForbiddenError('Only commissioners and managers of a local authority allocate children.');
  }
  const children = new Map(input.children.map((child) => [child.childId, child]));
  const because = requireSensible(input, children);

  await holdAllocationsOf(db, laCode);
  const requestHash = hashOf(input);
  const earlier = await findAllocationRequest(db, { laCode, idempotencyKey: input.idempotencyKey });
  const contract = (await findContractsById(db, [input.contractId])).find((found) => found.laCode === laCode);
  if (earlier && earlier.requestHash !== requestHash) {
    throw new BadInputError('This idempotency key was used for another request. Choose a new one.');
  }
  if (!contract) throw new NotFoundError('The authority has no such contract.');
  if (earlier) return repeat(db, earlier, { contract, from: input.startedOn });

  if (!isWithin(contract, input.startedOn)) return { kind: 'outside-contract', contract };
  const refusals = await refusalsOf(context, { children, contract, startedOn: input.startedOn });
  if (refusals.length > 0) return { kind: 'refused', refusals, others: children.size - refusals.length };
  const before = await countMostAllocated(db, contract, input.startedOn);
  const capacity = { contract, before, after: before + children.size };
  if (because === null && capacityState(contract, capacity.after) === 'ABOVE')
    return { kind: 'more-than-agreed', capacity };

  const allocations = await allocate(db, { input, contract, children, recordedBy: viewer.subject });
  const allocationIds = allocations.map((allocation) => allocation.id);
  await insertAllocationRequest(
    db,
    { laCode, idempotencyKey: input.idempotencyKey, requestHash, allocationIds, moreThanAgreedBecause: because },
    viewer.subject,
  );
  touched.change({ what: 'allocations made', laCode, ids: allocationIds, childIds: [...children.keys()] });
  return { kind: 'allocated', allocations, capacity };
}

async function allocate(
  db: Db,
  asked: {
    input: AllocateChildrenInput;
    contract: ContractRow;
    children: ReadonlyMap<string, ChildToAllocate>;
    recordedBy: string;
  },
): Promise<AllocationRow[]> {
  const { input, contract, children, recordedBy } = asked;
  const childIds = [...children.keys()];
  const made = await insertAllocations(db, { contract, childIds, startedOn: input.startedOn, recordedBy });
  const byChild = new Map(made.map((allocation) => [allocation.childId, allocation]));
  const allocations = childIds.flatMap((id) => byChild.get(id) ?? []);
  const grounds = allocations.flatMap(({ laCode, id, childId }) => {
    const child = children.get(childId);
    return child ? { laCode, id, ...groundsOf(child) } : [];
  });
  await insertAllocationGrounds(db, grounds, recordedBy);
  return allocations;
}

/** What was answered when it was carried out; the capacity as it stands now. */
async function repeat(
  db: Db,
  { allocationIds }: { allocationIds: readonly string[] },
  { contract, from }: { contract: ContractRow; from: PlainDate },
): Promise<AllocateChildrenOutcome> {
  const found = new Map((await findAllocationsById(db, allocationIds)).map((row) => [row.id, row]));
  const after = await countMostAllocated(db, contract, from);
  return {
    kind: 'allocated',
    allocations: allocationIds.flatMap((id) => found.get(id) ?? []),
    capacity: { contract, before: after - allocationIds.length, after },
  };
}

/** @returns why more may be allocated than agreed. */
function requireSensible(input: AllocateChildrenInput, children: ReadonlyMap<string, ChildToAllocate>): string | null {
  if (children.size === 0) throw new BadInputError('Name at least one child.');
  if (input.children.length > MOST_CHILDREN) {
    throw new BadInputError(`Name at most ${MOST_CHILDREN} children at a time.`);
  }
  if (children.size < input.children.length) throw new BadInputError('Name each child once.');
  if (![...children.keys()].every((id) => CHILD_ID.test(id))) {
    throw new BadInputError('At least one id is not that of a child.');
  }
  if (input.idempotencyKey.trim() === '' || input.idempotencyKey.length > 200) {
    throw new BadInputError('Give an idempotency key of 1 to 200 characters.');
  }
  for (const child of children.values()) groundsOf(child);
  return textOf(input.moreThanAgreedBecause);
}

function isWithin(contract: ContractRow, day: PlainDate): boolean {
  return contract.startsOn <= day && (contract.endsOn === null || day <= contract.endsOn);
}

function hashOf({ contractId, startedOn, children, moreThanAgreedBecause }: AllocateChildrenInput): string {
  const asked = children.map((child) => [child.childId, groundsOf(child)]);
  return createHash('sha256')
    .update(JSON.stringify([contractId, startedOn, asked, textOf(moreThanAgreedBecause)]))
    .digest('hex');
}
