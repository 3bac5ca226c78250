import type { DelegatedFunction } from '@mainstay/primitives';
import type { TableName } from '@mainstay/ssda903';
import type { FrameworkOutcome, InspectionJudgement, Owner } from './catalogue-terms.ts';

/** A population that indicators are about. */
export type Population =
  'looked-after' | 'reviews' | 'care-leavers' | 'looked-after-in-period' | 'left-care' | 'started-care' | 'visits';

/** Somebody left out of a figure by definition, whom a reader might expect in it. */
export interface LeftOut {
  /** Which group and why, in plain words. */
  readonly reason: string;
}

/**
 * One entry of the catalogue of indicators of children: what it means, in words, and who belongs to it, in SQL.
 *
 * Schema, dashboards, exports and documents are drawn from these entries. To add an indicator, add a file like its
 * neighbours and a line to `index.ts`.
 */
export interface ChildIndicator {
  /** The stable code, e.g. `three-or-more-placements`. */
  readonly code: string;
  readonly title: string;
  /** What it says about children's lives, in plain words. */
  readonly definition: string;
  /** What the numerator counts. */
  readonly numerator: string;
  /** What the denominator counts. */
  readonly denominator: string;
  /** Who is left out by definition. */
  readonly excluded: readonly string[];
  /** `SHARE`: of the members, those counted, unless `isSummed`. `SCORE` and `COUNT`: what each has on average. */
  readonly unit: 'SHARE' | 'SCORE' | 'COUNT';
  readonly goodDirection: 'LOWER' | 'HIGHER' | 'NEITHER';
  /** Where the definition comes from. */
  readonly source: string;
  readonly owner: Owner;
  readonly inspectionJudgement: InspectionJudgement;
  readonly frameworkOutcome: FrameworkOutcome;
  /** The article of the practice contract's Part B that it serves, 22 to 27. */
  readonly outcomeArticle: 22 | 23 | 24 | 25 | 26 | 27;
  /**
   * Whom it is about. The denominators of one population are the same children or some of them, so what one indicator
   * says of a group can be subtracted from what another says: figures of one population are kept back together.
   */
  readonly population: Population;
  /**
   * True when it is told of practices too to those who may not see the children. All that is told of a practice is told
   * together or not at all (`indicator.protection.ts`), so each of these makes it harder to tell of the others. Those
   * about few children would take the rest with them: they are told of whole authorities alone.
   */
  readonly isToldOfPractices?: true;
  /** The tables of the SSDA903 return without which it cannot be worked out; none when it rests on the record alone. */
  readonly tables: readonly TableName[];
  /** The functions a practice must have to be told it, beside those that `tables` are about. */
  readonly needs?: readonly DelegatedFunction[];
  /** True when it rests on the duties towards children, which are worked out before it is counted. */
  readonly restsOnDuties?: true;
  /** The first collection year whose return asks for all it needs; null when every year's does. */
  readonly collectedSince: number | null;
  /**
   * The days it looks at: `period`, all of them (so the return of each collection year the period touches is needed);
   * `last-day`, only the last; `two-years`, the two years that end with the last; `year`, a whole collection year, for tables collected once a year without dates.
   */
  readonly looksAt: 'period' | 'last-day' | 'two-years' | 'year';
  /** Why a member's `is_not_known` can be true, for members that stay in the denominator; null when it never is. */
  readonly notKnown: string | null;
  /**
   * Why there is no figure, and what would give one, when the fact is on record for nobody at all: a share of 0 would
   * be a claim then. Null when the definition counts an unknown fact as an answer.
   */
  readonly knownOfNobody: string | null;
  /** The values of `left_out` that `membership` can answer. */
  readonly leftOut: Readonly<Record<string, LeftOut>>;
  /**
   * True when members are not counted but what they have is added up: `membership` then has the further columns
   * `amount numeric` and `weight numeric`, and the figure is the sum of the amounts ÷ the sum of the weights. `is_counted`
   * then says only who is listed behind the numerator, and whose number must not be few: those whose amount stands out.
   */
  readonly isSummed?: true;
  /**
   * Who belongs: a SELECT over the CTE `cohort` (see `membership-sql.ts`), one row for each thing the figure counts,
   * be it a child or an event in a child's life, with the columns `ord, la_code, child_id, is_visible` of the cohort
   * and
   * - `is_counted boolean`: in the numerator;
   * - `is_not_known boolean`: a fact needed is not on record;
   * - `left_out text`: null for what is in the denominator, else a key of `leftOut`.
   *
   * The figure counts these rows and the list of children behind it lists them, so the two cannot disagree.
   */
  readonly membership: string;
}
