/**
 * SQL of the children in care on the day `$2` and of those who ceased to be in the six months before it, one row each of
 * their latest period: `care (child_id, started_on, ended_on)`, the end null while it lasted on the day. Short-term breaks
 * count as periods of their own.
 */
export const careSql = `
  care AS (
    SELECT DISTINCT ON (child_id) child_id, started_on, CASE WHEN ended_on <= $2::date THEN ended_on END AS ended_on
    FROM (
      SELECT child_id, started_on, ended_on FROM period_of_care WHERE la_code = $1
      UNION ALL
      SELECT child_id, started_on, ended_on FROM episode
      WHERE la_code = $1 AND superseded_at IS NULL AND legal_status IN ('V3', 'V4')
    ) period
    WHERE started_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date - interval '6 months')
      AND child_id <> ALL ($3::text[])
    ORDER BY child_id, started_on DESC
  )`;

/** SQL: the last visit at which a social worker saw the child, by the day `$2`. */
export const lastVisitSql = `(
    SELECT max(v.visited_on) FROM visit v
    WHERE v.la_code = child.la_code AND v.child_id = child.id AND v.superseded_at IS NULL AND NOT v.is_withdrawn
      AND v.is_seen AND v.purpose <> 'PERSONAL_ADVISER' AND v.visited_on <= $2::date
  )`;
