import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';

/** Resolvers of an employer's staff and establishment on a day. */
export const staffingResolvers = {
  LocalAuthority: { staffing: staffingOf('local-authority') },
  Practice: { staffing: staffingOf('practice') },
};

function staffingOf(employerKind: EmployerKind) {
  return ({ id }: { id: string }, { on }: { on?: PlainDate | null }, { loaders, today }: Context) =>
    loaders.staffing.load({ employerKind, employerId: id, on: on ?? today });
}
