import { ofChild } from './membership-sql.ts';

/**
 * SQL: the membership of an indicator of the children who left care in the period: of each, the last time.
 *
 * @param counted SQL over `ending`, the last episode: the numerator.
 */
export function leftCareMembership(counted: string): string {
  return `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      coalesce(${counted}, false) AS is_counted, false AS is_not_known,
      CASE WHEN ending.is_end_inferred THEN 'end-inferred' END AS left_out
    FROM cohort
    CROSS JOIN LATERAL (
      SELECT care.ended_on
      FROM period_of_care AS care
      WHERE ${ofChild('care', 'cohort')} AND care.ended_on BETWEEN cohort.from_on AND cohort.to_on
      ORDER BY care.ended_on DESC
      LIMIT 1
    ) AS gone
    CROSS JOIN LATERAL (
      SELECT episode.reason_ended, episode.is_end_inferred
      FROM episode
      WHERE ${ofChild('episode', 'cohort')} AND episode.superseded_at IS NULL AND episode.ended_on = gone.ended_on
        AND episode.legal_status NOT IN ('V3', 'V4')
      ORDER BY episode.started_on DESC
      LIMIT 1
    ) AS ending`;
}

/** What the indicators of children who left care say in common. */
export const ofLeavingCare = {
  denominator: 'Children who left care in the period; of each, the last time in it.',
  excluded: [
    'The end of a series of short-term breaks (legal status V3 or V4).',
    'Children of whom no return says that they left, only that they are in no later one.',
  ],
  unit: 'SHARE',
  outcomeArticle: 22,
  population: 'left-care',
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: {
    'end-inferred': {
      reason: 'Children whom no later return names, though none says that they left, are left out.',
    },
  },
} as const;

/** Where these definitions come from. */
export const leavingCareSource =
  'Department for Education, Children looked after in England: children who ceased to be looked after. Worked out from ' +
  'the SSDA903 return.';
