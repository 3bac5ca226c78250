import type { Context } from '../../context.ts';
import type { Asked } from '../continuity/continuity.service.ts';
import { causesOf, changesOf, childYearsOf, workerChangesOf, type WorkerChanges } from './worker-changes.service.ts';

/** Changes of worker, between the graph and the domain. */
export const workerChangesResolvers = {
  LocalAuthority: {
    workerChanges: ({ id }: { id: string }, asked: Asked, context: Context) =>
      workerChangesOf({ laCode: id }, asked, context),
  },
  Practice: {
    workerChanges: ({ id }: { id: string }, asked: Asked, context: Context) =>
      workerChangesOf({ practiceId: id }, asked, context),
  },
  WorkerChanges: {
    children: ({ ofChildren }: WorkerChanges) => ofChildren.length,
    childYears: childYearsOf,
    changes: (changes: WorkerChanges) => changesOf(changes).length,
    perChildYear: (changes: WorkerChanges) =>
      changes.daysInCare === 0 ? null : changesOf(changes).length / childYearsOf(changes),
    distribution: ({ ofChildren }: WorkerChanges) =>
      [...Map.groupBy(ofChildren, ({ changes }) => changes.length)]
        .map(([changes, children]) => ({ changes, children: children.length }))
        .toSorted((one, other) => one.changes - other.changes),
    byCause: (changes: WorkerChanges, _args: unknown, context: Context) => causesOf(changes, context),
  },
};
