import type { EmployerKey } from '../modules/employment/employment.entity.ts';

/** The employer a fact about staff names, as a member of the union `Employer`. */
export function employerOf({ employerKind, employerId }: EmployerKey) {
  return { __typename: employerKind === 'practice' ? 'Practice' : 'LocalAuthority', id: employerId };
}
