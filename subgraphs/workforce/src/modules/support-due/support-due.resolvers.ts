import type { PlainDate } from '@mainstay/primitives';
import { offsetOf, pageOf, pageSize } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import type { StaffSupport } from './support-due.loader.ts';
import { dueOf, supportCounts } from './support-due.service.ts';

interface SupportDueArgs {
  readonly on?: PlainDate | null;
  readonly first: number;
  readonly after?: string | null;
}

/** Whose support is due, between the graph and the domain. */
export const supportDueResolvers = {
  LocalAuthority: { supportDue: supportDueOf('local-authority') },
  Practice: { supportDue: supportDueOf('practice') },
  SupportDue: {
    worker: ({ workerId }: StaffSupport, _args: unknown, context: Context) => workerOf(workerId, context),
    supervision: (support: StaffSupport) => (support.supervision ? support : null),
    learning: (support: StaffSupport) => (support.learning ? support : null),
  },
};

function supportDueOf(employerKind: EmployerKind) {
  return async ({ id }: { readonly id: string }, args: SupportDueArgs, { loaders, today, touched }: Context) => {
    const first = pageSize(args.first);
    const offset = offsetOf(args.after);
    const on = args.on ?? today;
    const staff = await loaders.support.load({ employerKind, employerId: id, on });
    const due = dueOf(staff);
    const rows = due.slice(offset, offset + first + 1);
    touched.list('supportDue', [], Math.min(rows.length, first));
    return { ...pageOf({ rows, first, offset, totalCount: due.length }), counts: supportCounts(staff, on) };
  };
}
