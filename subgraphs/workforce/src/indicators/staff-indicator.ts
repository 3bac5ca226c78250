import type { Indicator } from '@mainstay/subgraph-kit';

/** What an indicator rests on beside employments. */
export type StaffSource = 'posts' | 'absences' | 'cases';

/**
 * One entry of the catalogue of staff indicators, with the SQL that measures it.
 *
 * `sql` is a list of common table expressions over `employed`: the employments of social workers with every employer in every
 * period asked for, one row an employment and question (`question`, `period_from`, `period_to`, and the columns of
 * `present_employment`). Its last expression is called `measured` and answers `question`, `numerator` and `denominator`,
 * and one column for each of `leftOut`. A question without a row, or with nothing in the denominator, does not apply.
 *
 * An indicator that `restsOn` something else finds it in expressions of that name, one row of it and question: `posts` (the
 * establishment's, of social workers), `absences` (of illness, which touch the period) and `cases` (`worker_id`, `children`
 * led at the end of the period).
 */
export interface StaffIndicator extends Indicator {
  readonly sql: string;
  readonly restsOn?: StaffSource;
  /** True where the value is what the numerator says, and not numerator ÷ denominator. */
  readonly isNumerator?: true;
  /** Why there is no figure where nothing is in the denominator. */
  readonly noneBecause?: string;
  /** People a reader might expect in the figure who are not: the column of `measured` that counts them, and why. */
  readonly leftOut: readonly { readonly column: string; readonly reason: string }[];
  /** Columns of `measured` that count people who would be told of if they were few; none when left out. */
  readonly tellsOf?: readonly string[];
  /** True where those who may not see the posts are told the figure, as it could be published. */
  readonly isPublishable: boolean;
}

/**
 * The roles of social workers, managers included: the published workforce figures count every registered social worker
 * of children's services, whatever the position, and nobody else.
 */
export const socialWorkerRoles = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER'] as const;

/** The exclusion that follows from `socialWorkerRoles`. */
export const othersThanSocialWorkers =
  'Staff who are not social workers: personal advisers, placement workers, students, support staff, administrators and directors.';

/** An employment that goes on after the last day of the period. One whose last day that is counts as left. */
export const goesOn = '(started_on <= period_to AND (ended_on IS NULL OR ended_on > period_to))';

/** The statistics that the definitions come from. */
export const censusSource = "Children's social work workforce census, Department for Education";
