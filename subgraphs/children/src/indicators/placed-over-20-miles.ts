import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, openOnLastDay, shortBreak, shortBreakRows } from './membership-sql.ts';

const isFarAway = 'stay.distance_from_home_miles > 20 AND NOT stay.is_inside_authority';

export const placedOver20Miles: ChildIndicator = {
  code: 'placed-over-20-miles',
  title: 'Children placed more than 20 miles from home and outside their authority',
  definition:
    'The share of the children looked after on the last day of the period who were living more than 20 miles from ' +
    'home and outside the area of their own authority: far from family, friends and school.',
  numerator:
    'Those whose placement on the last day, a temporary one included, was more than 20 miles from home in a straight ' +
    'line and outside their authority.',
  denominator:
    'Children looked after on the last day of the period. Those for whom the distance is not known stay in it.',
  excluded: ['Children in a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'Department for Education, Children looked after in England: placements; distances worked out from the postcodes ' +
    'of the SSDA903 return by the formula of its guide.',
  ...ofChildrenInCare,
  outcomeArticle: 24,
  population: 'looked-after',
  isToldOfPractices: true,
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'last-day',
  notKnown:
    'Children for whom a postcode, and so the distance or the area, is not known; they are counted as not placed far away.',
  knownOfNobody:
    'Where the placements lie is not known for any child: the postcode directory held does not have their postcodes. ' +
    'Load one that does.',
  leftOut: { 'short-break': shortBreak },
  // A distance that is not known does not matter inside the authority, nor does the area within 20 miles: SQL's
  // three-valued logic says exactly that, so "not known" is the condition being null.
  membership: `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      coalesce(${isFarAway}, false) AS is_counted,
      (${isFarAway}) IS NULL AS is_not_known,
      NULL::text AS left_out
    FROM cared
    LEFT JOIN LATERAL (
      SELECT placement.distance_from_home_miles, placement.is_inside_authority
      FROM placement
      WHERE ${ofChild('placement', 'cared')} AND ${openOnLastDay('placement', 'cared')} AND NOT placement.is_short_break
      ORDER BY placement.is_temporary DESC, placement.started_on DESC
      LIMIT 1
    ) AS stay ON true
    UNION ALL ${shortBreakRows}`,
};
