import { ofChild } from '../indicators/membership-sql.ts';

/**
 * SQL: visits on time, for any children and any period, in the form of an indicator's `membership`: over the CTE
 * `cohort (ord, from_on, to_on, la_code, child_id, date_of_birth, is_visible)`, one row for each visit that had to be made,
 * with `is_counted` for those made by the day, `is_not_known`, and `left_out`.
 *
 * A visit had to be made in the period when its day lies in it, or when it was late already on the first day and still not
 * made: a child nobody visits stays in the figure until somebody does. Visits that were due before the platform knew of the
 * child, of which nothing is on record, are not known. Left out: those that no longer applied before their day (`ended`), and
 * those that may still be made in time (`not-yet-due`).
 *
 * Whoever asks has the duties worked out first (`freshDuties`), and reads with the rights of figures.
 */
export const visitsOnTimeMembership = `
  SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
    coalesce(duty.met_on <= duty.due_on, false) AS is_counted,
    duty.is_before_record AS is_not_known,
    CASE
      WHEN duty.ended_on <= duty.due_on AND duty.ended_on <= (SELECT sec.today()) THEN 'ended'
      WHEN duty.met_on IS NULL AND duty.due_on >= (SELECT sec.today()) THEN 'not-yet-due'
    END AS left_out
  FROM cohort
  JOIN duty ON ${ofChild('duty', 'cohort')} AND duty.superseded_at IS NULL AND duty.kind = 'VISIT'
    AND duty.due_on <= cohort.to_on
    AND (duty.due_on >= cohort.from_on
      OR coalesce(least(duty.met_on, duty.ended_on), 'infinity'::date) >= cohort.from_on)`;

/** What the values of `left_out` mean. */
export const visitsLeftOut = {
  ended: { reason: 'Visits that no longer had to be made before their day, because the placement or the care ended.' },
  'not-yet-due': { reason: 'Visits that may still be made in time.' },
} as const;
