import type {
  CensusRole,
  Engagement,
  LeaverDestination,
  ReasonForLeaving,
  Recruitment,
  StartOrigin,
  WorkerRole,
} from '../../generated/operations.ts';
import { choiceInWords } from '../../record/entries/entry-rows.ts';

/** A value of the graph and what people say for it. */
interface Said<Value> {
  readonly value: Value;
  readonly text: string;
}

/** What workers do, as people say it. */
export const roles = [
  { value: 'SOCIAL_WORKER', text: 'Social worker' },
  { value: 'SENIOR_SOCIAL_WORKER', text: 'Senior social worker' },
  { value: 'PRACTICE_MANAGER', text: 'Manager' },
  { value: 'DIRECTOR', text: 'Director' },
  { value: 'PERSONAL_ADVISER', text: 'Personal adviser to care leavers' },
  { value: 'PLACEMENT_WORKER', text: 'Placement worker' },
  { value: 'ADMINISTRATOR', text: 'Reception or administration' },
  { value: 'EDUCATION_SUPPORT', text: 'Education support' },
  { value: 'RESEARCH_SUPPORT', text: 'Research and evaluation' },
  { value: 'LEGAL_SUPPORT', text: 'Legal support' },
  { value: 'STUDENT', text: 'Student on placement' },
] as const satisfies readonly Said<WorkerRole>[];

/** On what terms they are there. */
export const engagements = [
  { value: 'EMPLOYEE', text: 'Employee' },
  { value: 'PARTNER', text: 'Partner' },
  { value: 'AGENCY', text: 'Agency' },
  { value: 'STUDENT', text: 'Student' },
] as const satisfies readonly Said<Engagement>[];

/** The role as the census counts it. */
export const censusRoles = [
  { value: 'SENIOR_MANAGER', text: 'Senior manager' },
  { value: 'MIDDLE_MANAGER', text: 'Middle manager' },
  { value: 'FIRST_LINE_MANAGER', text: 'First line manager' },
  { value: 'SENIOR_PRACTITIONER', text: 'Senior practitioner' },
  { value: 'CASE_HOLDER', text: 'Case holder' },
  { value: 'QUALIFIED_WITHOUT_CASES', text: 'Qualified, without cases' },
] as const satisfies readonly Said<CensusRole>[];

/** Where workers come from, as the census asks. */
export const origins = [
  { value: 'NEWLY_QUALIFIED', text: 'Newly qualified' },
  { value: 'OTHER_AUTHORITY', text: 'Social work in another authority in England' },
  { value: 'OUTSIDE_ENGLAND', text: 'Social work outside England' },
  { value: 'AGENCY', text: 'An agency or consultancy in England' },
  { value: 'OTHER_SOCIAL_WORK', text: 'Other social work in England' },
  { value: 'OTHER_SOCIAL_CARE', text: 'Other social care in England' },
  { value: 'NO_SOCIAL_CARE', text: 'No social care role, or a career break' },
  { value: 'OTHER', text: 'Somewhere else' },
  { value: 'NOT_KNOWN', text: 'Not known' },
  { value: 'NOT_YET_COLLECTED', text: 'Not asked yet' },
] as const satisfies readonly Said<StartOrigin>[];

/** Where workers go, as the census asks. */
export const destinations = [
  { value: 'OTHER_AUTHORITY', text: 'Social work in another authority in England' },
  { value: 'OUTSIDE_ENGLAND', text: 'Social work outside England' },
  { value: 'AGENCY', text: 'An agency or consultancy in England' },
  { value: 'OTHER_SOCIAL_WORK', text: 'Other social work in England, such as a practice' },
  { value: 'OTHER_SOCIAL_CARE', text: 'Other social care in England' },
  { value: 'NO_SOCIAL_CARE', text: 'No social care role, a career break, or left England' },
  { value: 'OTHER', text: 'Somewhere else' },
  { value: 'NOT_KNOWN', text: 'Not known' },
  { value: 'NOT_YET_COLLECTED', text: 'Not asked yet' },
] as const satisfies readonly Said<LeaverDestination>[];

/** Why workers leave, as the census asks. */
export const leavingReasons = [
  { value: 'RESIGNATION', text: 'Resigned' },
  { value: 'VOLUNTARY_REDUNDANCY', text: 'Voluntary redundancy' },
  { value: 'COMPULSORY_REDUNDANCY', text: 'Compulsory redundancy' },
  { value: 'DISMISSED', text: 'Dismissed' },
  { value: 'RETIRED', text: 'Retired' },
  { value: 'DECEASED', text: 'Died' },
  { value: 'MOVED_WITHIN_AUTHORITY', text: 'Moved to other work in the authority' },
  { value: 'OTHER', text: 'Another reason' },
  { value: 'NOT_KNOWN', text: 'Not known' },
  { value: 'NOT_YET_COLLECTED', text: 'Not asked yet' },
] as const satisfies readonly Said<ReasonForLeaving>[];

/** How far recruiting has come. */
export const recruitments = [
  { value: 'NOT_RECRUITING', text: 'Nobody is sought' },
  { value: 'APPROVED', text: 'About to be advertised' },
  { value: 'ADVERTISED', text: 'Advertised' },
  { value: 'INTERVIEWING', text: 'Candidates are being seen' },
  { value: 'OFFERED', text: 'Offered to somebody' },
  { value: 'ON_HOLD', text: 'Held back for now' },
] as const satisfies readonly Said<Recruitment>[];

/** A role in words. */
export function roleInWords(role: string): string {
  return choiceInWords(roles, role);
}

/** Whole-time equivalents as people write them: `4.5`. */
export function formatFte(fullTimeEquivalent: number): string {
  return fullTimeEquivalent.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}
