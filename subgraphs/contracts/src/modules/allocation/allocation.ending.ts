import { addDays, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, NotFoundError, type Loading, type Moment } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { countAllocated } from '../contract/contract.capacity.ts';
import { endOf } from '../contract/contract.ending.ts';
import { canCommission } from '../contract/contract.policy.ts';
import { findContractsById } from '../contract/contract.repository.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { allowsEnd, explainedReasons, type AllocationEndReason } from './allocation.end-reason.ts';
import { textOf } from './allocation.grounds.ts';
import type { CapacityChange } from './allocation.service.ts';
import { findAllocationsById, holdAllocationsOf, updateAllocationEnds } from './allocation.repository.ts';

/** The most allocations one request may end. */
export const MOST_ALLOCATIONS = 500;

/** What `endAllocations` asks for. */
export interface EndAllocationsInput {
  readonly allocationIds: readonly string[];
  readonly lastDay: PlainDate;
  readonly reason: AllocationEndReason;
  readonly explanation?: string | null;
}

/** What came of it. */
export type EndAllocationsOutcome =
  | {
      readonly kind: 'ended';
      readonly allocations: readonly AllocationRow[];
      readonly capacities: readonly CapacityChange[];
    }
  | { readonly kind: 'impossible-day'; readonly allocationIds: readonly string[] }
  | { readonly kind: 'not-due'; readonly allocations: readonly AllocationRow[] };

/** What ending works with. */
type Ending = Loading & Pick<Context, 'findAllocationFacts'>;

/**
 * Ends allocations of the viewer's authority, all of them or none: at once when the last day is today or past, else with
 * the last day. A reason that the records show, such as a birthday, is held against them.
 *
 * @throws ForbiddenError when the viewer ends allocations for no authority; NotFoundError when one of them is not the
 * authority's, or not to be seen; BadInputError when the input cannot be meant.
 */
export async function endAllocations(context: Ending, input: EndAllocationsInput): Promise<EndAllocationsOutcome> {
  const { db, viewer, moment, touched } = context;
  const laCode = viewer.laCodes[0] ?? '';
  if (!canCommission(viewer, laCode)) {
    throw new ForbiddenError('Only commissioners and managers of a local authority end allocations.');
  }
  const ids = idsIn(input);
  const end = endOf({ lastDay: input.lastDay, reason: wordsOf(input) }, { viewer, moment });

  await holdAllocationsOf(db, laCode);
  const own = (await findAllocationsById(db, ids)).filter((row) => row.laCode === laCode);
  const visible = own.filter(({ childId }) => !viewer.hiddenChildIds.includes(childId));
  if (visible.length < ids.length)
    throw new NotFoundError('The authority has no such allocation: at least one is not known.');
  const refused = visible.filter((row) => !canEndOn(row, end.lastDay, moment));
  if (refused.length > 0) return { kind: 'impossible-day', allocationIds: refused.map((row) => row.id) };

  const changing = visible.filter((row) => !endsOnAlready(row, end.lastDay, moment));
  const notDue = await notDueOf(context, changing, input);
  if (notDue.length > 0) return { kind: 'not-due', allocations: notDue };
  const { changed, capacities } = await counting(context, { ended: visible, lastDay: end.lastDay }, async () =>
    changing.length === 0
      ? []
      : updateAllocationEnds(db, { laCode, ids: changing.map((row) => row.id) }, { ...end, code: input.reason }),
  );
  if (changed.length > 0) {
    const childIds = changed.map((row) => row.childId);
    touched.change({ what: 'allocations ended', laCode, ids: changed.map((row) => row.id), childIds });
  }
  const rows = new Map([...visible, ...changed].map((row) => [row.id, row]));
  return { kind: 'ended', allocations: ids.flatMap((id) => rows.get(id) ?? []), capacities };
}

function idsIn(input: EndAllocationsInput): string[] {
  const ids = [...new Set(input.allocationIds)];
  if (ids.length === 0) throw new BadInputError('Name at least one allocation.');
  if (ids.length > MOST_ALLOCATIONS) throw new BadInputError(`Name at most ${MOST_ALLOCATIONS} allocations at a time.`);
  return ids;
}

/** The explanation, which some reasons need; the reason itself where none is given. */
function wordsOf({ reason, explanation }: EndAllocationsInput): string {
  const words = textOf(explanation);
  if (words === null && explainedReasons.includes(reason)) {
    throw new BadInputError('Explain in up to 500 characters why the children are taken back or go elsewhere.');
  }
  return words ?? reason;
}

/** Those that the reason does not let end on the day. */
async function notDueOf(
  { viewer, moment, findAllocationFacts }: Ending,
  changing: readonly AllocationRow[],
  { reason, lastDay }: EndAllocationsInput,
): Promise<AllocationRow[]> {
  if (changing.length === 0) return [];
  const on = lastDay < moment.today ? lastDay : moment.today;
  const childIds = changing.map(({ childId }) => childId);
  const facts = new Map((await findAllocationFacts(viewer, { childIds, on })).map((one) => [one.childId, one]));
  return changing.filter(
    (allocation) => !allowsEnd({ reason, lastDay, allocation, facts: facts.get(allocation.childId) }),
  );
}

/** Counts the children of the contracts on the day after, before and after the change. */
async function counting(
  { db }: Ending,
  { ended, lastDay }: { readonly ended: readonly AllocationRow[]; readonly lastDay: PlainDate },
  change: () => Promise<AllocationRow[]>,
): Promise<{ changed: AllocationRow[]; capacities: CapacityChange[] }> {
  const contracts = await findContractsById(db, [...new Set(ended.map(({ contractId }) => contractId))]);
  const before = await countAllocated(db, contracts, addDays(lastDay, 1));
  const changed = await change();
  const after = await countAllocated(db, contracts, addDays(lastDay, 1));
  const capacities = contracts.map((contract) => ({
    contract,
    before: before.get(contract.id) ?? 0,
    after: after.get(contract.id) ?? 0,
  }));
  return { changed, capacities };
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
