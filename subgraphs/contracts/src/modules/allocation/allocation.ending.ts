import type { PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, NotFoundError, type Loading, type Moment } from '@mainstay/subgraph-kit';
import { endOf } from '../contract/contract.ending.ts';
import { canCommission } from '../contract/contract.policy.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { findAllocationsById, holdAllocationsOf, updateAllocationEnds } from './allocation.repository.ts';

/** The most allocations one request may end. */
export const MOST_ALLOCATIONS = 500;

/** What `endAllocations` asks for. */
export interface EndAllocationsInput {
  readonly allocationIds: readonly string[];
  readonly lastDay: PlainDate;
  readonly reason: string;
}

/** What came of it. */
export type EndAllocationsOutcome =
  | { readonly kind: 'ended'; readonly allocations: readonly AllocationRow[] }
  | { readonly kind: 'impossible-day'; readonly allocationIds: readonly string[] };

/**
 * Ends allocations of the viewer's authority, all of them or none: at once when the last day is today or past, else with
 * the last day.
 *
 * @throws ForbiddenError when the viewer ends allocations for no authority; NotFoundError when one of them is not the
 * authority's, or not to be seen; BadInputError when the input cannot be meant.
 */
export async function endAllocations(
  { db, viewer, moment, touched }: Loading,
  input: EndAllocationsInput,
): Promise<EndAllocationsOutcome> {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canCommission(viewer, laCode)) {
    throw new ForbiddenError('Only commissioners and managers of a local authority end allocations.');
  }
  const ids = [...new Set(input.allocationIds)];
  if (ids.length === 0) throw new BadInputError('Name at least one allocation.');
  if (ids.length > MOST_ALLOCATIONS) throw new BadInputError(`Name at most ${MOST_ALLOCATIONS} allocations at a time.`);
  const end = endOf(input, { viewer, moment });

  await holdAllocationsOf(db, laCode);
  const own = (await findAllocationsById(db, ids)).filter((row) => row.laCode === laCode);
  const visible = own.filter(({ childId }) => !viewer.hiddenChildIds.includes(childId));
  if (visible.length < ids.length)
    throw new NotFoundError('The authority has no such allocation: at least one is not known.');
  const refused = visible.filter((row) => !canEndOn(row, end.lastDay, moment));
  if (refused.length > 0) return { kind: 'impossible-day', allocationIds: refused.map((row) => row.id) };

  const changing = visible.filter((row) => !endsOnAlready(row, end.lastDay, moment));
  const changed =
    changing.length > 0 ? await updateAllocationEnds(db, { laCode, ids: changing.map((row) => row.id) }, end) : [];
  if (changed.length > 0) {
    const childIds = changed.map((row) => row.childId);
    touched.change({ what: 'allocations ended', laCode, ids: changed.map((row) => row.id), childIds });
  }
  const rows = new Map([...visible, ...changed].map((row) => [row.id, row]));
  return { kind: 'ended', allocations: ids.flatMap((id) => rows.get(id) ?? []) };
}

/** An allocation that is over keeps its last day; another ends no earlier than it began and no later than it would. */
function canEndOn(row: AllocationRow, lastDay: PlainDate, { now }: Moment): boolean {
  if (isOver(row, now)) return lastDay === row.lastDay;
  return lastDay >= row.startedOn && (row.lastDay === null || lastDay <= row.lastDay);
}

function endsOnAlready(row: AllocationRow, lastDay: PlainDate, { today, now }: Moment): boolean {
  return isOver(row, now) || (row.endedOn === lastDay && lastDay > today);
}

function isOver({ accessUntil }: AllocationRow, now: Date): boolean {
  return accessUntil !== null && accessUntil <= now;
}
