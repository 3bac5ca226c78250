import type { PlainDate } from '@mainstay/primitives';
import { offsetOf, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { WorkerRow } from '../worker/worker.entity.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import type { EmployerKey, EmployerKind, EmploymentRow } from './employment.entity.ts';

interface Reference {
  readonly id: string;
}

interface WorkersArguments {
  readonly on?: PlainDate | null;
  readonly first: number;
  readonly after?: string | null;
}

/** Resolvers of posts, and of the two kinds of employer that others own. */
export const employmentResolvers = {
  Employment: {
    __resolveReference: ({ id }: Reference, { loaders }: Context) => loaders.employment.load(id),
    worker: (employment: EmploymentRow, _: unknown, context: Context) => workerOf(employment.workerId, context),
    employer: ({ employerKind, employerId }: EmploymentRow) => ({
      __typename: employerKind === 'practice' ? 'Practice' : 'LocalAuthority',
      id: employerId,
    }),
  },
  LocalAuthority: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    workers: workersOf('local-authority'),
  },
  Practice: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    workers: workersOf('practice'),
  },
};

function workersOf(employerKind: EmployerKind) {
  return async (
    { id }: Reference,
    args: WorkersArguments,
    { loaders, today, touched }: Context,
  ): Promise<Connection<WorkerRow>> => {
    const first = pageSize(args.first);
    const offset = offsetOf(args.after);
    const employer: EmployerKey = { employerKind, employerId: id };
    const staff = await loaders.staff.load({ ...employer, on: args.on ?? today, limit: first + 1, offset });
    touched.list('workers', [], Math.min(staff.workers.length, first));
    return pageOf({ rows: staff.workers, first, offset, totalCount: staff.total });
  };
}
