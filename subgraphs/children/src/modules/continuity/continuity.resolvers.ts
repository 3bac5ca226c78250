import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { monthsBetween, type ChildContinuity, type ContinuityPart, type WorkerChange } from './continuity.of-child.ts';
import { childContinuity, workerContinuity, type Asked, type Grouping } from './continuity.service.ts';

type AskedOfMany = Asked & { readonly by?: Grouping | null };

/** Continuity, between the graph and the domain. */
export const continuityResolvers = {
  Child: {
    continuity: (child: ChildRow, asked: Asked, context: Context) => childContinuity(child, asked, context),
  },
  LocalAuthority: {
    workerContinuity: ({ id }: { id: string }, asked: AskedOfMany, context: Context) =>
      workerContinuity({ laCode: id }, asked, context),
  },
  Practice: {
    workerContinuity: ({ id }: { id: string }, asked: AskedOfMany, context: Context) =>
      workerContinuity({ practiceId: id }, asked, context),
  },
  Continuity: {
    longestWorker: ({ longestWorker }: ChildContinuity) => stubOf(longestWorker),
    shareWithLongest: ({ daysWithLongest, daysInCare }: ChildContinuity) =>
      daysInCare === 0 ? null : daysWithLongest / daysInCare,
    presentWorker: ({ present }: ChildContinuity) => stubOf(present?.workerId ?? null),
    presentSince: ({ present }: ChildContinuity) => present?.since ?? null,
    monthsWithPresent: ({ present, to }: ChildContinuity) => present && monthsBetween(present.since, to),
  },
  WorkerChange: {
    before: ({ before }: WorkerChange) => ({ id: before }),
    after: ({ after }: WorkerChange) => ({ id: after }),
  },
  ContinuityPart: { practice: practiceOf },
  ContinuityGroup: { practice: practiceOf },
};

function stubOf(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}

function practiceOf({ practiceId }: Pick<ContinuityPart, 'practiceId'>): { id: string } | null {
  return stubOf(practiceId);
}
