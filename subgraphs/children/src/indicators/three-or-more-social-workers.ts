import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, overlapsPeriod, shortBreak, shortBreakRows } from './membership-sql.ts';

export const threeOrMoreSocialWorkers: ChildIndicator = {
  code: 'three-or-more-social-workers',
  title: 'Children who had three or more social workers in the year',
  definition:
    'The share of the children looked after on the last day of the period who had three or more different social ' +
    'workers in the period. One worker who stays is what children ask for first.',
  numerator:
    'Those to whom three or more different social workers were allocated on any day of the period, before they were ' +
    'looked after included. A worker who leaves and comes back is one.',
  denominator: 'Children looked after on the last day of the period.',
  excluded: ['Children in a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'Department for Education, Children looked after in England: social worker stability, since 2024. Worked out from ' +
    'the table of social workers in the SSDA903 return.',
  ...ofChildrenInCare,
  outcomeArticle: 22,
  population: 'looked-after',
  isToldOfPractices: true,
  tables: ['Header', 'Episodes', 'SWEpisodes'],
  collectedSince: 2024,
  looksAt: 'period',
  notKnown: 'Children with no social worker on record in the period; they are counted as having had fewer than three.',
  knownOfNobody: 'No child looked after on the last day has a social worker on record in the period.',
  leftOut: { 'short-break': shortBreak },
  membership: `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      count(DISTINCT allocated.worker_id) >= 3 AS is_counted,
      count(allocated.worker_id) = 0 AS is_not_known,
      NULL::text AS left_out
    FROM cared
    LEFT JOIN social_worker_episode AS allocated
      ON ${ofChild('allocated', 'cared')} AND ${overlapsPeriod('allocated', 'cared')}
    GROUP BY cared.ord, cared.la_code, cared.child_id, cared.is_visible
    UNION ALL ${shortBreakRows}`,
};
