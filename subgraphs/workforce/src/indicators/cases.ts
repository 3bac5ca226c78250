import { goesOn } from './staff-indicator.ts';

/** The worker's number as it is compared: `plainNumber`. Posts and the return of looked after children write it each in its way. */
const PLAIN_NUMBER = String.raw`regexp_replace(upper(btrim(worker_id)), '^([A-Z]+)0+(?=[0-9])', '\1')`;

/**
 * The expression `holder`: social workers at the end of the period, agency workers among them, one row a worker and question,
 * with the whole-time equivalent and the children led. Workers are named by `plainNumber`.
 */
export const holderSql = `
    holder AS (
      SELECT there.question, there.worker_id, there.is_agency, there.full_time_equivalent, coalesce(cases.children, 0) AS children
        FROM (SELECT question, ${PLAIN_NUMBER} AS worker_id, bool_and(is_agency) AS is_agency, sum(full_time_equivalent::numeric) AS full_time_equivalent
                FROM employed WHERE ${goesOn} GROUP BY question, ${PLAIN_NUMBER}) AS there
        LEFT JOIN cases USING (question, worker_id)
    )`;
