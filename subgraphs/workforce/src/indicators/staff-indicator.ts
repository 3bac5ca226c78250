import type { Indicator } from '@mainstay/subgraph-kit';

/**
 * One entry of the catalogue of staff indicators, with the SQL that measures it.
 *
 * `sql` is a list of common table expressions over `post`: the posts of social workers of every employer and period asked
 * for, one row a post and question (`question`, `period_from`, `period_to`, and the columns of `employment`). Its last
 * expression is called `measured` and answers `question`, `numerator` and `denominator`, and one column for each of
 * `leftOut`. A question without a row has nobody in the denominator.
 */
export interface StaffIndicator extends Indicator {
  readonly sql: string;
  /** People a reader might expect in the figure who are not: the column of `measured` that counts them, and why. */
  readonly leftOut: readonly { readonly column: string; readonly reason: string }[];
}

/**
 * The roles of social workers, managers included: the published workforce figures count every registered social worker
 * of children's services, whatever the position, and nobody else.
 */
export const socialWorkerRoles = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER'] as const;

/** The exclusion that follows from `socialWorkerRoles`. */
export const othersThanSocialWorkers =
  'Staff who are not social workers: personal advisers, placement workers and administrators.';

/** A post that goes on after the last day of the period. One whose last day that is counts as left. */
export const goesOn = '(started_on <= period_to AND (ended_on IS NULL OR ended_on > period_to))';
