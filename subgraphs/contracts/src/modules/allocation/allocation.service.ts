import { createHash } from 'node:crypto';
import type { PlainDate } from '@mainstay/primitives';
import {
  BadInputError,
  ForbiddenError,
  laCodeOfChild,
  NotFoundError,
  type Db,
  type Loading,
} from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ContractRow } from '../contract/contract.entity.ts';
import { canCommission } from '../contract/contract.policy.ts';
import { findContractsById } from '../contract/contract.repository.ts';
import type { AllocationRow } from './allocation.entity.ts';
import {
  findAllocationRequest,
  findAllocationsById,
  findChildrenAllocatedBetween,
  holdAllocationsOf,
  insertAllocationRequest,
  insertAllocations,
} from './allocation.repository.ts';

/** The most children one request may allocate. */
export const MOST_CHILDREN = 500;

const CHILD_ID = /^[A-Z]\d{8}\.[a-z2-7]{20}$/;

/** What `allocateChildren` asks for. */
export interface AllocateChildrenInput {
  readonly contractId: string;
  readonly childIds: readonly string[];
  readonly startedOn: PlainDate;
  readonly idempotencyKey: string;
}

/** What came of it. Everything but `allocated` changed nothing. */
export type AllocateChildrenOutcome =
  | { readonly kind: 'allocated'; readonly allocations: readonly AllocationRow[] }
  | { readonly kind: 'outside-contract'; readonly contract: ContractRow }
  | { readonly kind: 'already-allocated'; readonly childIds: readonly string[] }
  | { readonly kind: 'child-of-another-authority' };

/**
 * Allocates children of the viewer's authority to the practice of a contract: all of them or none.
 *
 * The same request under the same key is carried out once, however often and however many at a time it is sent.
 *
 * @throws ForbiddenError when the viewer allocates for no authority; NotFoundError when the contract is not the
 * authority's; BadInputError when the input cannot be meant, or the key was used for another request.
 */
export async function allocateChildren(
  { db, viewer, touched, childrenInSight }: Omit<Loading, 'moment'> & Pick<Context, 'childrenInSight'>,
  input: AllocateChildrenInput,
): Promise<AllocateChildrenOutcome> {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canCommission(viewer, laCode)) {
    throw new ForbiddenError('Only commissioners and managers of a local authority allocate children.');
  }
  const childIds = [...new Set(input.childIds)];
  requireSensible(input, childIds);

  await holdAllocationsOf(db, laCode);
  const requestHash = hashOf(input, childIds);
  const earlier = await findAllocationRequest(db, { laCode, idempotencyKey: input.idempotencyKey });
  if (earlier) return repeat(db, earlier, requestHash);

  const contract = (await findContractsById(db, [input.contractId])).find((found) => found.laCode === laCode);
  if (!contract) throw new NotFoundError('The authority has no such contract.');
  // A child restricted to others does not exist for the viewer: it answers as one who never was.
  const inSight = new Set(await childrenInSight(viewer, childIds));
  const isForeign = (id: string): boolean => laCodeOfChild(id) !== laCode || !inSight.has(id);
  if (childIds.some(isForeign)) return { kind: 'child-of-another-authority' };
  if (!isWithin(contract, input.startedOn)) return { kind: 'outside-contract', contract };
  const taken = await findChildrenAllocatedBetween(db, {
    laCode,
    childIds,
    from: input.startedOn,
    to: contract.endsOn,
  });
  if (taken.length > 0) return { kind: 'already-allocated', childIds: childIds.filter((id) => taken.includes(id)) };

  const asked = { contract, childIds, startedOn: input.startedOn, recordedBy: viewer.subject };
  const allocations = inOrderOf(childIds, await insertAllocations(db, asked));
  const allocationIds = allocations.map((allocation) => allocation.id);
  await insertAllocationRequest(
    db,
    { laCode, idempotencyKey: input.idempotencyKey, requestHash, allocationIds },
    viewer.subject,
  );
  touched.change({ what: 'allocations made', laCode, ids: allocationIds, childIds });
  return { kind: 'allocated', allocations };
}

async function repeat(
  db: Db,
  earlier: { requestHash: string; allocationIds: readonly string[] },
  requestHash: string,
): Promise<AllocateChildrenOutcome> {
  if (earlier.requestHash !== requestHash) {
    throw new BadInputError('This idempotency key was used for another request. Choose a new one.');
  }
  const found = new Map((await findAllocationsById(db, earlier.allocationIds)).map((row) => [row.id, row]));
  return { kind: 'allocated', allocations: earlier.allocationIds.flatMap((id) => found.get(id) ?? []) };
}

function requireSensible(input: AllocateChildrenInput, childIds: readonly string[]): void {
  if (childIds.length === 0) throw new BadInputError('Name at least one child.');
  if (childIds.length > MOST_CHILDREN) throw new BadInputError(`Name at most ${MOST_CHILDREN} children at a time.`);
  if (!childIds.every((id) => CHILD_ID.test(id))) throw new BadInputError('At least one id is not that of a child.');
  if (input.idempotencyKey.trim() === '' || input.idempotencyKey.length > 200) {
    throw new BadInputError('Give an idempotency key of 1 to 200 characters.');
  }
}

function isWithin(contract: ContractRow, day: PlainDate): boolean {
  return contract.startsOn <= day && (contract.endsOn === null || day <= contract.endsOn);
}

function inOrderOf(childIds: readonly string[], allocations: readonly AllocationRow[]): AllocationRow[] {
  const byChild = new Map(allocations.map((allocation) => [allocation.childId, allocation]));
  return childIds.flatMap((id) => byChild.get(id) ?? []);
}

function hashOf(input: AllocateChildrenInput, childIds: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([input.contractId, input.startedOn, childIds]))
    .digest('hex');
}
