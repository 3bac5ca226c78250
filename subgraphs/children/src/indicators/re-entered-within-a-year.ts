import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofChild } from './membership-sql.ts';

export const reEnteredWithinAYear: ChildIndicator = {
  code: 're-entered-within-a-year',
  ...ofChildrenInCare,
  title: 'Children who came back into care within a year',
  definition:
    'Of the children who came into care in the period, the share who had left care no more than a year before. It ' +
    'shows how many homecomings did not last.',
  numerator: 'Those who came into care no more than twelve months after they had last left it.',
  denominator: 'Children who came into care in the period; those who came twice are counted once.',
  excluded: ['The beginning of a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'The catalogue of Mainstay. Worked out from the SSDA903 return; it knows of times in care since the oldest return ' +
    'held.',
  owner: 'Mainstay',
  frameworkOutcome: 'Children, young people and families stay together and get the help they need',
  outcomeArticle: 22,
  population: 'started-care',
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: {},
  membership: `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      bool_or(EXISTS (
        SELECT FROM period_of_care AS before
        WHERE ${ofChild('before', 'cohort')} AND before.ended_on <= care.started_on
          AND before.started_on < care.started_on AND care.started_on <= (before.ended_on + interval '12 months')::date
      )) AS is_counted,
      false AS is_not_known, NULL::text AS left_out
    FROM cohort
    JOIN period_of_care AS care ON ${ofChild('care', 'cohort')}
      AND care.started_on BETWEEN cohort.from_on AND cohort.to_on AND care.is_start_known
    GROUP BY cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible`,
};
