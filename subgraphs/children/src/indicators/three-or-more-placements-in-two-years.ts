import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, shortBreak, shortBreakRows } from './membership-sql.ts';

const twoYearsBegan = "(cared.to_on + 1 - interval '24 months')::date";

export const threeOrMorePlacementsInTwoYears: ChildIndicator = {
  code: 'three-or-more-placements-in-two-years',
  ...ofChildrenInCare,
  title: 'Children who lived in three or more places in two years',
  definition:
    'Of the children looked after for two years or longer, the share who had three or more placements in the two years ' +
    'to the last day, the one they were in on the first day included.',
  numerator:
    'Those with three or more placements that lasted at least 24 hours and had a day in the two years to the last day.',
  denominator:
    'Children looked after on the last day of the period who had been looked after without a break for at least two years.',
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Temporary placements (T0 to T4, Z…), which do not end the placement they interrupt.',
    'Placements of less than 24 hours.',
  ],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'Department for Education, Children looked after in England: placement stability. Worked out from the SSDA903 ' +
    'returns of two years.',
  outcomeArticle: 22,
  population: 'looked-after',
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'two-years',
  notKnown: null,
  knownOfNobody: null,
  leftOut: { 'short-break': shortBreak },
  membership: `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      count(placement.id) >= 3 AS is_counted, false AS is_not_known, NULL::text AS left_out
    FROM cared
    LEFT JOIN placement ON ${ofChild('placement', 'cared')}
      AND placement.started_on <= cared.to_on
      AND (placement.ended_on IS NULL OR placement.ended_on >= ${twoYearsBegan})
      AND NOT placement.is_temporary AND NOT placement.is_short_break
      AND placement.started_on IS DISTINCT FROM placement.ended_on
    WHERE cared.care_started_on <= ${twoYearsBegan}
    GROUP BY cared.ord, cared.la_code, cared.child_id, cared.is_visible
    UNION ALL ${shortBreakRows}`,
};
