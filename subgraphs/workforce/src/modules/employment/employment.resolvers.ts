import { addDays, type PlainDate } from '@mainstay/primitives';
import { BadInputError, offsetOf, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import { postOn } from '../post/post.resolvers.ts';
import type { WorkerRow } from '../worker/worker.entity.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import type { EmployerKey, EmployerKind, EmploymentRow } from './employment.entity.ts';
import type { Movement } from './employment.movement-repository.ts';
import {
  changeEmployment,
  endEmployment,
  recordEmployment,
  type ChangeEmploymentInput,
  type EndEmploymentInput,
  type RecordEmploymentInput,
} from './employment.service.ts';

interface Reference {
  readonly id: string;
}

interface WorkersArguments {
  readonly on?: PlainDate | null;
  readonly first: number;
  readonly after?: string | null;
}

interface PeriodArguments {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const success = (employment: EmploymentRow) => ({ __typename: 'RecordEmploymentSuccess', employment });

/** Resolvers of employments, and of the two kinds of employer that others own. */
export const employmentResolvers = {
  Employment: {
    __resolveReference: ({ id }: Reference, { loaders }: Context) => loaders.employment.load(id),
    worker: ({ workerId }: EmploymentRow, _: unknown, context: Context) => workerOf(workerId, context),
    employer: (employment: EmploymentRow) => employerOf(employment),
    isAgency: ({ engagement }: EmploymentRow) => engagement === 'AGENCY',
    post: ({ postId }: EmploymentRow, _: unknown, context: Context) =>
      postId === null ? null : postOn(postId, context.today, context),
    beganByTransfer: (employment: EmploymentRow) => employment.beganByTransfer !== null,
    endedByTransfer: (employment: EmploymentRow) => employment.endedByTransfer !== null,
    recorded: (employment: EmploymentRow) => employment,
  },
  LocalAuthority: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    workers: workersOf('local-authority'),
    leavers: movementsOf('local-authority', 'leavers'),
    starters: movementsOf('local-authority', 'starters'),
  },
  Practice: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    workers: workersOf('practice'),
    leavers: movementsOf('practice', 'leavers'),
    starters: movementsOf('practice', 'starters'),
  },
  Mutation: {
    recordEmployment: (_: unknown, { input }: { input: RecordEmploymentInput }, context: Context) =>
      orFailure(async () => success(await recordEmployment(input, context))),
    changeEmployment: (_: unknown, { input }: { input: ChangeEmploymentInput }, context: Context) =>
      orFailure(async () => success(await changeEmployment(input, context))),
    endEmployment: (_: unknown, { input }: { input: EndEmploymentInput }, context: Context) =>
      orFailure(async () => success(await endEmployment(input, context))),
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

const LONGEST_DAYS = 3_660;

function movementsOf(employerKind: EmployerKind, movement: Movement) {
  return ({ id }: Reference, { from, to }: PeriodArguments, { loaders }: Context) => {
    if (from > to) throw new BadInputError('The period ends before it begins.');
    if (addDays(from, LONGEST_DAYS) < to) throw new BadInputError('Ask for ten years at most.');
    return loaders.movements.load({ employerKind, employerId: id, movement, from, to });
  };
}
