import type { PlainDate } from '@mainstay/primitives';
import { type KnownAtArgs, knownAtOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dutyRules } from '../../duties/rules/index.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { DutyCount, DutyRow } from './duty.repository.ts';
import { dutyCounts, listDuties, type DutiesWanted, type DutyConnection } from './duty.service.ts';
import { daysLateOn } from './duty.state.ts';

interface Counted {
  readonly counts: readonly DutyCount[];
}

interface DoneFrom {
  readonly doneFrom?: PlainDate | null;
}

/** Duties, between the graph and the domain. */
export const dutyResolvers = {
  Child: {
    duties: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.duties.load({ child, knownAt: knownAtOf(args) }),
  },
  LocalAuthority: {
    duties: ({ id }: { id: string }, wanted: DutiesWanted, context: Context) =>
      listDuties({ laCode: id }, wanted, context),
    dutyCounts: ({ id }: { id: string }, args: DoneFrom, context: Context) => dutyCounts({ laCode: id }, args, context),
  },
  Practice: {
    duties: ({ id }: { id: string }, wanted: DutiesWanted, context: Context) =>
      listDuties({ practiceId: id }, wanted, context),
    dutyCounts: ({ id }: { id: string }, args: DoneFrom, context: Context) =>
      dutyCounts({ practiceId: id }, args, context),
  },
  DutyConnection: {
    totalCount: (connection: DutyConnection) => connection.countAll(),
  },
  DutyCounts: {
    byKind: ({ counts }: Counted) => counts.filter(({ isByWorker }) => !isByWorker),
    byWorker: ({ counts }: Counted) => counts.filter(({ isByWorker }) => isByWorker),
  },
  DutyWorkerCount: { worker: workerOf },
  Duty: {
    child: ({ childId }: DutyRow, _args: unknown, { loaders }: Context) => loaders.children.load(childId),
    title: ({ rule }: DutyRow) => dutyRules.get(rule)?.title ?? rule,
    rule: ({ rule, ruleVersion }: DutyRow) => ({
      code: rule,
      version: ruleVersion,
      title: dutyRules.get(rule)?.title ?? rule,
      source: dutyRules.get(rule)?.source ?? '',
    }),
    // A day that is yet to come has ended nothing.
    endedOn: ({ endedOn, state }: DutyRow) => (hasEnded(state) ? endedOn : null),
    endedBecause: ({ endedBecause, state }: DutyRow) => (hasEnded(state) ? endedBecause : null),
    daysLate: (duty: DutyRow, _args: unknown, { clock }: Context) => daysLateOn(duty, clock.today()),
    worker: workerOf,
  },
};

function workerOf({ workerId }: { readonly workerId: string | null }): { id: string } | null {
  return workerId === null ? null : { id: workerId };
}

function hasEnded(state: DutyRow['state']): boolean {
  return state === 'MISSED' || state === 'ENDED';
}
