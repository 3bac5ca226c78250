import { goesOn } from './staff-indicator.ts';

/**
 * The expression `holder`: social workers at the end of the period, agency workers among them, one row a worker and question,
 * with the whole-time equivalent and the children led.
 */
export const holderSql = `
    holder AS (
      SELECT there.question, there.worker_id, there.is_agency, there.full_time_equivalent, coalesce(cases.children, 0) AS children
        FROM (SELECT question, worker_id, bool_and(is_agency) AS is_agency, sum(full_time_equivalent::numeric) AS full_time_equivalent
                FROM employed WHERE ${goesOn} GROUP BY question, worker_id) AS there
        LEFT JOIN cases USING (question, worker_id)
    )`;
