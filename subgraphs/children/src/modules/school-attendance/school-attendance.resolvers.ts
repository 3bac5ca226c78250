import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SchoolAttendanceEntity } from './school-attendance.entity.ts';
import { recordSchoolAttendance, type RecordSchoolAttendanceInput } from './school-attendance.service.ts';

/** Attendance by term, between the graph and the domain. */
export const schoolAttendanceResolvers = {
  Child: {
    schoolAttendances: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.schoolAttendances.load({ child, knownAt: knownAtOf(args) }),
  },
  SchoolAttendance: {
    attendanceRate: ({ sessionsPossible, sessionsAttended }: SchoolAttendanceEntity) =>
      sessionsPossible === 0 ? null : sessionsAttended / sessionsPossible,
    recorded: (row: SchoolAttendanceEntity) => row,
  },
  RecordSchoolAttendanceSuccess: {
    child: ({ schoolAttendance }: { schoolAttendance: SchoolAttendanceEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(schoolAttendance.childId),
  },
  Mutation: {
    recordSchoolAttendance: (_root: unknown, { input }: { input: RecordSchoolAttendanceInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSchoolAttendanceSuccess',
        schoolAttendance: await recordSchoolAttendance(input, context),
      })),
  },
};
