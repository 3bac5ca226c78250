/** What a worker does; the values of the GraphQL enum `WorkerRole`. */
export const workerRoles = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'PRACTICE_MANAGER',
  'PERSONAL_ADVISER',
  'PLACEMENT_WORKER',
  'ADMINISTRATOR',
  'EDUCATION_SUPPORT',
  'RESEARCH_SUPPORT',
  'LEGAL_SUPPORT',
  'STUDENT',
  'DIRECTOR',
] as const;

/** One of `workerRoles`. */
export type WorkerRole = (typeof workerRoles)[number];

/** On what terms a worker is there; the values of the GraphQL enum `Engagement`. */
export const engagements = ['EMPLOYEE', 'PARTNER', 'AGENCY', 'STUDENT'] as const;

/** One of `engagements`. */
export type Engagement = (typeof engagements)[number];

/** The engagements of those who hold posts, and who leave when they go: no agency workers, no students. */
export const ownEngagements: readonly Engagement[] = ['EMPLOYEE', 'PARTNER'];

/** A social worker's role in the workforce census (`OrgRole`, CS090): the first is code 1, and so on. */
export const censusRoles = [
  'SENIOR_MANAGER',
  'MIDDLE_MANAGER',
  'FIRST_LINE_MANAGER',
  'SENIOR_PRACTITIONER',
  'CASE_HOLDER',
  'QUALIFIED_WITHOUT_CASES',
] as const;

/** One of `censusRoles`. */
export type CensusRole = (typeof censusRoles)[number];

/** Where a worker can have been, or go, besides where they are: CS091 and CS092 say it in the same order. */
const elsewhere = [
  'OTHER_AUTHORITY',
  'OUTSIDE_ENGLAND',
  'AGENCY',
  'OTHER_SOCIAL_WORK',
  'OTHER_SOCIAL_CARE',
  'NO_SOCIAL_CARE',
  'OTHER',
  'NOT_KNOWN',
  'NOT_YET_COLLECTED',
] as const;

/** Where a worker came from in the workforce census (`StartOrigin`, CS091): the first is code 1, and so on. */
export const startOrigins = ['NEWLY_QUALIFIED', ...elsewhere] as const;

/** One of `startOrigins`. */
export type StartOrigin = (typeof startOrigins)[number];

/** Where a worker went in the workforce census (`LeaverDestination`, CS092): the first is code 1, and so on. */
export const leaverDestinations = elsewhere;

/** One of `leaverDestinations`. */
export type LeaverDestination = (typeof leaverDestinations)[number];

/** Why a worker left in the workforce census (`ReasonLeave`, CS097): the first is code 1, and so on. */
export const reasonsForLeaving = [
  'RESIGNATION',
  'VOLUNTARY_REDUNDANCY',
  'COMPULSORY_REDUNDANCY',
  'DISMISSED',
  'RETIRED',
  'DECEASED',
  'MOVED_WITHIN_AUTHORITY',
  'OTHER',
  'NOT_KNOWN',
  'NOT_YET_COLLECTED',
] as const;

/** One of `reasonsForLeaving`. */
export type ReasonForLeaving = (typeof reasonsForLeaving)[number];

/** How an employment came to be on record; the values of the GraphQL enum `EmploymentSource`. */
export const employmentSources = ['RECORDED', 'CENSUS'] as const;

/** One of `employmentSources`. */
export type EmploymentSource = (typeof employmentSources)[number];

/** SQL: a column holds one of these values, or nothing. */
export function oneOfSql(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}
