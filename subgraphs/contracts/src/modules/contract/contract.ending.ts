import type { PlainDate } from '@mainstay/primitives';
import {
  BadInputError,
  ForbiddenError,
  NotFoundError,
  type Loading,
  type Moment,
  type Viewer,
} from '@mainstay/subgraph-kit';
import type { AllocationRow } from '../allocation/allocation.entity.ts';
import { findAllocationsOfContract, holdAllocationsOf } from '../allocation/allocation.repository.ts';
import type { ContractRow } from './contract.entity.ts';
import { canCommission } from './contract.policy.ts';
import { findContractsById, updateContractEnd, type End } from './contract.repository.ts';
import { contractStatus } from './contract.status.ts';

/** What `endContract` asks for. */
export interface EndContractInput {
  readonly contractId: string;
  readonly lastDay: PlainDate;
  readonly reason: string;
}

/** The days on which a contract can end; null when no last day was agreed. */
export interface LastDays {
  readonly earliest: PlainDate;
  readonly latest: PlainDate | null;
}

/** What came of it. */
export type EndContractOutcome =
  { readonly kind: 'ended'; readonly contract: ContractRow } | ({ readonly kind: 'impossible-day' } & LastDays);

/**
 * Ends a contract of the viewer's authority and with it the allocations under it: at once when the last day is today or
 * past, else with the last day.
 *
 * @throws ForbiddenError when the viewer ends contracts for no authority; NotFoundError when the contract is not the
 * authority's; BadInputError when no reason is given, or one too long.
 */
export async function endContract(
  { db, viewer, moment, touched }: Loading,
  input: EndContractInput,
): Promise<EndContractOutcome> {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canCommission(viewer, laCode)) {
    throw new ForbiddenError('Only commissioners and managers of a local authority end contracts.');
  }
  const end = endOf(input, { viewer, moment });
  await holdAllocationsOf(db, laCode);
  const contract = (await findContractsById(db, [input.contractId])).find((found) => found.laCode === laCode);
  if (!contract) throw new NotFoundError('The authority has no such contract.');
  const allocations = await findAllocationsOfContract(db, contract);
  const { earliest, latest } = lastDaysOf(contract, allocations, moment);
  if (end.lastDay < earliest || (latest !== null && end.lastDay > latest)) {
    return { kind: 'impossible-day', earliest, latest };
  }
  if (endsOnAlready(contract, end.lastDay, moment)) return { kind: 'ended', contract };
  const ended = await updateContractEnd(db, contract, end);
  if (!ended) throw new NotFoundError('The authority has no such contract.');
  const running = allocations.filter(({ accessUntil }) => accessUntil === null || accessUntil > moment.now);
  touched.change({ what: 'contract ended', laCode, ids: [contract.id], childIds: running.map((row) => row.childId) });
  return { kind: 'ended', contract: ended };
}

/**
 * An end as it is asked for: with immediate effect when the last day is today or past.
 *
 * @throws BadInputError when no reason is given, or one too long.
 */
export function endOf(
  { lastDay, reason }: { lastDay: PlainDate; reason: string },
  { viewer, moment }: { viewer: Viewer; moment: Moment },
): End {
  const given = reason.trim();
  if (given === '' || given.length > 500) throw new BadInputError('Give a reason of 1 to 500 characters.');
  const endedAt = lastDay <= moment.today ? moment.now : null;
  return { lastDay, endedAt, endedBy: viewer.subject, reason: given };
}

/** A contract that has ended keeps its last day; one that runs cannot have ended before an allocation under it began. */
export function lastDaysOf(
  contract: ContractRow,
  allocations: readonly Pick<AllocationRow, 'startedOn'>[],
  moment: Moment,
): LastDays {
  const { startsOn, endsOn } = contract;
  if (endsOn !== null && contractStatus(contract, moment) === 'ENDED') return { earliest: endsOn, latest: endsOn };
  const begun = allocations.map(({ startedOn }) => startedOn).filter((day) => day <= moment.today);
  return { earliest: begun.reduce((latest, day) => (day > latest ? day : latest), startsOn), latest: endsOn };
}

function endsOnAlready(contract: ContractRow, lastDay: PlainDate, moment: Moment): boolean {
  return contract.endsOn === lastDay && (lastDay > moment.today || contractStatus(contract, moment) === 'ENDED');
}
