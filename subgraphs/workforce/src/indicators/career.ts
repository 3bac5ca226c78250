import { goesOn } from './staff-indicator.ts';

/**
 * The expression `career`: employments that are not an agency's, each with what its worker's whole time with the employer
 * is: when it began and ended, and whether it goes on.
 */
export const careerSql = `
    career AS (
      SELECT *, ${goesOn} AS goes_on,
             bool_or(${goesOn}) OVER worker_of_employer AS remains,
             min(started_on) OVER worker_of_employer AS first_day,
             max(ended_on) OVER worker_of_employer AS last_day
        FROM employed
       WHERE NOT is_agency AND started_on <= period_to
      WINDOW worker_of_employer AS (PARTITION BY question, worker_id)
    )`;

/** Of `career`: the employment that a leaver of the period held last. Who began and left within the period is no leaver. */
export const leftInPeriod =
  'NOT remains AND ended_on = last_day AND last_day >= period_from AND first_day < period_from';

/**
 * The expressions up to `service`: unbroken times of service with the employer, agency workers' left out, that go on at the
 * end of the period: `question`, `worker_id`, `began_on`, `period_from`, `period_to`.
 */
export const serviceSql = `
    stepped AS (
      SELECT *, ${goesOn} AS goes_on,
             started_on > 1 + max(coalesce(ended_on, 'infinity'::date)) OVER (
               PARTITION BY question, worker_id ORDER BY started_on, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS follows_a_break
        FROM employed
       WHERE NOT is_agency AND started_on <= period_to
    ),
    run AS (
      SELECT *, count(*) FILTER (WHERE follows_a_break) OVER (
               PARTITION BY question, worker_id ORDER BY started_on, id) AS number
        FROM stepped
    ),
    service AS (
      SELECT question, worker_id, min(started_on) AS began_on, period_from, period_to
        FROM run GROUP BY question, worker_id, number, period_from, period_to HAVING bool_or(goes_on)
    )`;
