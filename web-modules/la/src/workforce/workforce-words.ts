import type { EmployerNameFragment } from '../generated/operations.ts';

/** Whole-time equivalents as people write them: `4.5`. */
export function fteInWords(fullTimeEquivalent: number): string {
  return fullTimeEquivalent.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** An employer by name. */
export function employerInWords(employer: EmployerNameFragment): string {
  return employer.name;
}

/** Code names of the graph as people read them: `SENIOR_SOCIAL_WORKER` is `Senior social worker`. */
export function codeInWords(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
