import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { findRetention, type RetentionWanted } from './retention.service.ts';

/** Resolvers of retention. */
export const retentionResolvers = {
  LocalAuthority: { retention: retentionBy('local-authority') },
  Practice: { retention: retentionBy('practice') },
};

function retentionBy(employerKind: EmployerKind) {
  return ({ id }: { id: string }, wanted: RetentionWanted, context: Context) =>
    findRetention({ employerKind, employerId: id }, wanted, context);
}
