import { goesOn } from './staff-indicator.ts';

/**
 * The expressions up to `totals_lost` and `possible`: by question, working days `lost` to illness in the period and `lost_to_stress`, how
 * many people those are, and `days_possible`: whole-time equivalents in post at the end × the working days that the published
 * rate takes a year to have, 253 of 365.
 *
 * A day lost is one of England's working days on which an employment was held: one each of the days
 * of the week the worker is known to work, otherwise the whole-time equivalent held. Agency workers are left out.
 */
export const daysLostSql = `
    day_lost AS (
      SELECT absences.question, absences.worker_id, absences.is_stress,
             CASE WHEN absences.works_on IS NULL THEN least(1, held.full_time_equivalent)
                  WHEN trim(to_char(day, 'DAY')) = ANY (absences.works_on) THEN 1 ELSE 0 END AS lost
        FROM absences
       CROSS JOIN LATERAL generate_series(greatest(absences.started_on, absences.period_from)::timestamp,
             least(coalesce(absences.ended_on, absences.period_to), absences.period_to)::timestamp, '1 day') AS day
       CROSS JOIN LATERAL (
         SELECT sum(employed.full_time_equivalent::numeric) AS full_time_equivalent
           FROM employed
          WHERE employed.question = absences.question AND employed.worker_id = absences.worker_id AND NOT employed.is_agency
            AND employed.started_on <= day::date AND (employed.ended_on IS NULL OR employed.ended_on >= day::date)) AS held
       WHERE held.full_time_equivalent > 0 AND extract(isodow FROM day) < 6 AND day::date <> ALL ((SELECT bank_holidays FROM given)::date[])
    ),
    totals_lost AS (
      SELECT question, sum(lost) AS lost, coalesce(sum(lost) FILTER (WHERE is_stress), 0) AS lost_to_stress,
             count(DISTINCT worker_id) AS people, count(DISTINCT worker_id) FILTER (WHERE is_stress) AS people_by_stress,
             count(DISTINCT worker_id) FILTER (WHERE is_stress IS NOT TRUE) AS people_otherwise
        FROM day_lost WHERE lost > 0 GROUP BY question
    ),
    possible AS (
      SELECT question, sum(full_time_equivalent::numeric) * round((1 + period_to - period_from) * 253 / 365.0) AS days_possible
        FROM employed WHERE NOT is_agency AND ${goesOn} GROUP BY question, period_from, period_to
    )`;
