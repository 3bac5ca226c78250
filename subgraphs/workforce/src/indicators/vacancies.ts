import { goesOn } from './staff-indicator.ts';

/** A post of the establishment that is there after the last day of the period. */
const isThere = '(posts.starts_on <= posts.period_to AND (posts.ends_on IS NULL OR posts.ends_on > posts.period_to))';

/**
 * The expressions up to `vacancies`: whole-time equivalents at the end of the period, by question: `vacant` (of posts of
 * social workers, what no employee and no partner holds), `covered` (of that, what agency workers cover), `in_post` and
 * `agency` (of social workers).
 */
export const vacanciesSql = `
    at_end AS (SELECT * FROM employed WHERE ${goesOn}),
    post_at_end AS (
      SELECT posts.question, posts.id, posts.full_time_equivalent::numeric AS established,
             coalesce(sum(at_end.full_time_equivalent::numeric) FILTER (WHERE NOT at_end.is_agency), 0) AS held,
             coalesce(sum(at_end.full_time_equivalent::numeric) FILTER (WHERE at_end.is_agency), 0) AS agency
        FROM posts LEFT JOIN at_end ON at_end.question = posts.question AND at_end.post_id = posts.id
       WHERE ${isThere}
       GROUP BY posts.question, posts.id, posts.full_time_equivalent
    ),
    vacant_post AS (
      SELECT question, greatest(established - held, 0) AS vacant, least(agency, greatest(established - held, 0)) AS covered
        FROM post_at_end
    ),
    vacancies AS (
      SELECT asked.question, (SELECT coalesce(sum(vacant), 0) FROM vacant_post AS p WHERE p.question = asked.question) AS vacant,
             (SELECT coalesce(sum(covered), 0) FROM vacant_post AS p WHERE p.question = asked.question) AS covered,
             coalesce(sum(at_end.full_time_equivalent::numeric) FILTER (WHERE NOT at_end.is_agency), 0) AS in_post,
             coalesce(sum(at_end.full_time_equivalent::numeric) FILTER (WHERE at_end.is_agency), 0) AS agency
        FROM asked LEFT JOIN at_end ON at_end.question = asked.question
       GROUP BY asked.question
    )`;
