/**
 * The pieces of SQL that the indicators share.
 *
 * Every membership query reads the CTE `cohort (ord, from_on, to_on, la_code, child_id, date_of_birth, is_visible)`:
 * the children of each question asked. `ord` numbers the questions, each with its own period; a child is in it once
 * for each question.
 */

/**
 * Rows of `table` about the cohort's child.
 *
 * A child's id begins with the LA code, so the id alone says which. Comparing `la_code` too would be no safer, and
 * slower: row-level security compares it already, and a planner that takes the two for independent expects a single
 * row from an authority's whole part of an index.
 */
export function ofChild(table: string, child: string): string {
  return `${table}.child_id = ${child}.child_id`;
}

/**
 * True for what lasts on the last day of the period and has not ended by then.
 *
 * A child who is open in one year's return and in no later one is taken to have left with that year's last day. That
 * return counted the child on the day, and the next one must not change its figure: an end on the last day that is
 * only inferred is no end yet.
 */
export function openOnLastDay(row: string, child: string): string {
  return `${row}.started_on <= ${child}.to_on AND (
    ${row}.ended_on IS NULL OR ${row}.ended_on > ${child}.to_on
    OR ${row}.ended_on = ${child}.to_on AND EXISTS (
      SELECT FROM episode
      WHERE ${ofChild('episode', child)} AND episode.superseded_at IS NULL
        AND episode.is_end_inferred AND episode.ended_on = ${child}.to_on
    )
  )`;
}

/** True when something that lasts has any day in common with the period. */
export function overlapsPeriod(row: string, child: string): string {
  return `${row}.started_on <= ${child}.to_on AND (${row}.ended_on IS NULL OR ${row}.ended_on >= ${child}.from_on)`;
}

/** Completed years of age on a day; a birthday on 29 February falls on 1 March of a common year. */
export function ageOnSql(dateOfBirth: string, day: string): string {
  return `extract(year FROM age(${day}, ${dateOfBirth}))`;
}

/**
 * CTE `cared`: the children looked after on the last day of the period (CLA31 when it is a collection year). Series
 * of short-term breaks are no period of care, so they are not in it.
 */
export const caredCte = `
  cared AS (
    SELECT cohort.*, care.started_on AS care_started_on, care.is_start_known AS is_care_start_known
    FROM cohort
    JOIN period_of_care AS care ON ${ofChild('care', 'cohort')} AND ${openOnLastDay('care', 'cohort')}
  )`;

/** The left-out rows of the CLA31 indicators: children on the last day in a series of short-term breaks. */
export const shortBreakRows = `
  SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible, false, false, 'short-break'
  FROM cohort
  WHERE EXISTS (
      SELECT FROM legal_status_period AS held
      WHERE ${ofChild('held', 'cohort')} AND ${openOnLastDay('held', 'cohort')} AND held.legal_status IN ('V3', 'V4')
    )
    AND NOT EXISTS (SELECT FROM cared WHERE cared.ord = cohort.ord AND cared.child_id = cohort.child_id)`;

/** What `short-break` in `left_out` means. */
export const shortBreak = {
  reason: 'Children in a series of short-term breaks (legal status V3 or V4) on the last day are left out.',
};

/** SQL: the share of days in care with one worker rests on these days of the period: those of the period of care. */
export const careDays = (child: string): string =>
  `daterange(greatest(${child}.care_started_on, ${child}.from_on), ${child}.to_on, '[]')`;

/** SQL: how many days a multirange of dates holds. */
export const daysIn = (multirange: string): string =>
  `coalesce((SELECT sum(upper(span) - lower(span)) FROM unnest(${multirange}) AS span), 0)`;
