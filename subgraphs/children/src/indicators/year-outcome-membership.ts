import { caredCte, ofChild, shortBreak, shortBreakRows } from './membership-sql.ts';

/** Which children looked after for a year are asked about, and what is read of the year's row of OC2. */
export interface YearOutcomeAsked {
  /** SQL over `outcome`, a boolean or null: in the numerator; not known where null. */
  readonly counted: string;
  /** SQL over `cared`: whose row it is; everybody's when left out. */
  readonly among?: string;
  /** SQL over `outcome`: those who are left out of the figure, as `no-score`. */
  readonly withoutScore?: string;
  /** SQL over `outcome`: what is added up. */
  readonly amount?: string;
}

/** SQL: the first day of the twelve months that end with the last day of the period. */
const yearBegan = "(cared.to_on + 1 - interval '12 months')::date";

/** SQL: the collection year of the last day of the period. */
const collectionYearSql = "extract(year FROM cared.to_on + interval '9 months')";

/**
 * SQL: the membership of an indicator of children looked after for the twelve months to the last day of the period, as the
 * table OC2 of the year has them. A child of whom the return has no row stays in it, not known.
 */
export function yearOutcomeMembership({ counted, among, withoutScore, amount }: YearOutcomeAsked): string {
  const summed = amount === undefined ? '' : `, ${amount}::numeric AS amount, 1::numeric AS weight`;
  const noScore = withoutScore === undefined ? '' : `WHEN ${withoutScore} THEN 'no-score'`;
  return `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      coalesce(${counted}, false) AS is_counted,
      (${counted}) IS NULL AS is_not_known,
      CASE WHEN cared.care_started_on > ${yearBegan} THEN 'care-start-not-known' ${noScore} END AS left_out
      ${summed}
    FROM cared
    LEFT JOIN year_outcome AS outcome ON ${ofChild('outcome', 'cared')}
      AND outcome.collection_year = ${collectionYearSql}
    WHERE (cared.care_started_on <= ${yearBegan} OR NOT cared.is_care_start_known) AND ${among ?? 'true'}
    UNION ALL (SELECT short_break.*${amount === undefined ? '' : ', 0, 0'} FROM (${shortBreakRows}) AS short_break)`;
}

/** What the values of `left_out` mean. */
export const yearOutcomeLeftOut = {
  'short-break': shortBreak,
  'care-start-not-known': {
    reason:
      'Children whose care began before the oldest return held are left out: it is not known whether they have been ' +
      'looked after for a year.',
  },
};

/** What the indicators of children looked after for a year say in common. */
export const ofYearOutcome = {
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Children looked after for less than the twelve months to the last day.',
  ],
  population: 'looked-after',
  tables: ['Header', 'Episodes', 'OC2'],
  collectedSince: null,
  looksAt: 'year',
  notKnown: 'Children of whom the return does not say; they are counted with those of whom it says no.',
  knownOfNobody: 'The return held says it of no child. Complete the table OC2 to have the figure.',
  leftOut: yearOutcomeLeftOut,
} as const;

/** Where these definitions come from. */
export const yearOutcomeSource =
  'Department for Education, Children looked after in England: outcomes of those looked after for at least twelve ' +
  'months. Worked out from the table OC2 of the SSDA903 return.';
