import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, overlapsPeriod, shortBreak, shortBreakRows } from './membership-sql.ts';

export const threeOrMorePlacements: ChildIndicator = {
  code: 'three-or-more-placements',
  title: 'Children who lived in three or more places in the year',
  definition:
    'The share of the children looked after on the last day of the period who had three or more placements in the ' +
    'period, the one they were in on its first day included. Each move means new carers, and often a new school.',
  numerator:
    'Those with three or more placements that lasted at least 24 hours and had a day in the period. A new placement ' +
    'begins with each reason for a new episode S, P, T, B or U; adoption by the foster carers is not a move.',
  denominator: 'Children looked after on the last day of the period.',
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Temporary placements (T0 to T4, Z…), which do not end the placement they interrupt.',
    'Placements of less than 24 hours.',
  ],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'Department for Education, Children looked after in England: placement stability; formerly National Indicator 62. ' +
    'Worked out from the SSDA903 return.',
  ...ofChildrenInCare,
  outcomeArticle: 22,
  population: 'looked-after',
  isToldOfPractices: true,
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: { 'short-break': shortBreak },
  membership: `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      count(placement.id) >= 3 AS is_counted, false AS is_not_known, NULL::text AS left_out
    FROM cared
    LEFT JOIN placement ON ${ofChild('placement', 'cared')} AND ${overlapsPeriod('placement', 'cared')}
      AND NOT placement.is_temporary AND NOT placement.is_short_break
      AND placement.started_on IS DISTINCT FROM placement.ended_on
    GROUP BY cared.ord, cared.la_code, cared.child_id, cared.is_visible
    UNION ALL ${shortBreakRows}`,
};
