import { ofChild, overlapsPeriod } from './membership-sql.ts';

/** SQL: the membership of an indicator of children missing (`M`) or away (`A`) in the period. */
export function incidentMembership(kind: 'M' | 'A'): string {
  return `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      EXISTS (
        SELECT FROM missing_incident AS incident
        WHERE ${ofChild('incident', 'cohort')} AND incident.kind = '${kind}' AND ${overlapsPeriod('incident', 'cohort')}
      ) AS is_counted,
      false AS is_not_known, NULL::text AS left_out
    FROM cohort
    WHERE EXISTS (
      SELECT FROM period_of_care AS care
      WHERE ${ofChild('care', 'cohort')} AND ${overlapsPeriod('care', 'cohort')}
    )`;
}

/** What the indicators of children missing or away say in common. */
export const ofIncidents = {
  denominator: 'Children looked after on any day of the period.',
  excluded: ['Children looked after in a series of short-term breaks (legal status V3 or V4) alone.'],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  outcomeArticle: 24,
  population: 'looked-after-in-period',
  tables: ['Header', 'Episodes', 'Missing'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: {},
} as const;
