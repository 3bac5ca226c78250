import { careDays, caredCte, daysIn, ofChild, overlapsPeriod, shortBreak, shortBreakRows } from './membership-sql.ts';

/**
 * SQL: the membership of an indicator that adds up days in care with or without a social worker.
 *
 * @param of SQL over `spent (longest, any_worker, in_care)`, numbers of days: what is added up, and which children are behind
 * the numerator.
 */
export function workerDaysMembership({ amount, counted }: { amount: string; counted: string }): string {
  return `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      (${counted}) AS is_counted, spent.any_worker = 0 AS is_not_known, NULL::text AS left_out,
      (${amount})::numeric AS amount, spent.in_care::numeric AS weight
    FROM cared
    CROSS JOIN LATERAL (
      SELECT upper(${careDays('cared')}) - lower(${careDays('cared')}) AS in_care,
        coalesce(max(${daysIn('held.days')}), 0) AS longest,
        ${daysIn('range_agg(held.days)')} AS any_worker
      FROM (
        SELECT allocated.worker_id,
          range_agg(daterange(allocated.started_on, allocated.ended_on, '[]') * ${careDays('cared')}) AS days
        FROM social_worker_episode AS allocated
        WHERE ${ofChild('allocated', 'cared')} AND ${overlapsPeriod('allocated', 'cared')}
        GROUP BY allocated.worker_id
      ) AS held
    ) AS spent
    UNION ALL (SELECT short_break.*, 0, 0 FROM (${shortBreakRows}) AS short_break)`;
}

/** What the indicators of days with a worker say in common. */
export const ofWorkerDays = {
  denominator:
    'The days of the period in care, since they last came into it, of the children looked after on its last day.',
  excluded: ['Children in a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  owner: 'Mainstay',
  source:
    'The catalogue of Mainstay, for Article 22 of the model contract: stability of the social worker. Worked out from the ' +
    'table of social workers in the SSDA903 return.',
  outcomeArticle: 22,
  population: 'looked-after',
  tables: ['Header', 'Episodes', 'SWEpisodes'],
  collectedSince: 2024,
  looksAt: 'period',
  knownOfNobody: 'No child looked after on the last day has a social worker on record in the period.',
  leftOut: { 'short-break': shortBreak },
  isSummed: true,
} as const;
