import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, overlapsPeriod, shortBreak, shortBreakRows } from './membership-sql.ts';

export const sameWorkerAllYear: ChildIndicator = {
  code: 'same-worker-all-year',
  ...ofChildrenInCare,
  title: 'Children with the same social worker all year',
  definition:
    'Of the children looked after all through the period, the share who had one and the same social worker on every ' +
    'day of it.',
  numerator:
    'Those to whom one social worker, and no other, was allocated from the first day to the last without a gap.',
  denominator:
    'Children looked after on the last day of the period who had been looked after without a break since its first.',
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Children who came into care in the period.',
  ],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source:
    'The model contract’s Article 22: children with the same social worker throughout the year. Worked out from the table ' +
    'of social workers in the SSDA903 return.',
  owner: 'The parties to the contract',
  outcomeArticle: 22,
  population: 'looked-after',
  tables: ['Header', 'Episodes', 'SWEpisodes'],
  collectedSince: 2024,
  looksAt: 'period',
  notKnown: 'Children with no social worker on record in the period; they are counted as not having had the same.',
  knownOfNobody: 'No child looked after on the last day has a social worker on record in the period.',
  leftOut: { 'short-break': shortBreak },
  membership: `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      count(DISTINCT allocated.worker_id) = 1
        AND coalesce(range_agg(daterange(allocated.started_on, allocated.ended_on, '[]'))
          @> daterange(cared.from_on, cared.to_on, '[]'), false) AS is_counted,
      count(allocated.worker_id) = 0 AS is_not_known,
      NULL::text AS left_out
    FROM cared
    LEFT JOIN social_worker_episode AS allocated
      ON ${ofChild('allocated', 'cared')} AND ${overlapsPeriod('allocated', 'cared')}
    WHERE cared.care_started_on <= cared.from_on
    GROUP BY cared.ord, cared.la_code, cared.child_id, cared.is_visible, cared.from_on, cared.to_on
    UNION ALL ${shortBreakRows}`,
};
