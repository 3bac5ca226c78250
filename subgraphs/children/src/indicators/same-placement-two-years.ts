import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql, caredCte, ofChild, openOnLastDay, shortBreak, shortBreakRows } from './membership-sql.ts';

const twoYearsBefore = (child: string): string => `(${child}.to_on - interval '24 months')::date`;
const thirtyMonthsBefore = (child: string): string => `(${child}.to_on - interval '30 months')::date`;

/** A placement that counts as one: neither temporary nor part of a series of short-term breaks. */
const isLasting = (placement: string): string => `NOT ${placement}.is_temporary AND NOT ${placement}.is_short_break`;

const isForAdoption = "home.type IN ('A3', 'A4', 'A5', 'A6')";

// `home` is the placement open on the last day: one that a temporary placement interrupts stays open meanwhile.
// `previous` is the last placement with other carers before it, for children placed for adoption.

export const samePlacementTwoYears: ChildIndicator = {
  code: 'same-placement-two-years',
  title: 'Children who have lived with the same carers for two years',
  definition:
    'Of the children under 16 who have been looked after for at least two and a half years, the share who have lived ' +
    'with the same carers for at least the last two. It shows how many children in long-term care have a settled home.',
  numerator:
    'Those who on the last day had been with the same carers for at least two years, or who are placed for adoption ' +
    'and whose adoptive and last placement together have lasted that long. A temporary placement does not interrupt.',
  denominator:
    'Children looked after on the last day of the period who were under 16 and had been looked after without a break ' +
    'for at least two and a half years.',
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Children aged 16 and over, and children looked after for less than two and a half years.',
  ],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source:
    'Department for Education, Children looked after in England: placement stability; formerly National Indicator 63. ' +
    'Worked out from the SSDA903 return.',
  ...ofChildrenInCare,
  outcomeArticle: 22,
  population: 'looked-after',
  isToldOfPractices: true,
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'last-day',
  notKnown:
    'Children whose time with their carers began before the oldest return held; they are counted as if it began with that return.',
  knownOfNobody: null,
  leftOut: {
    'short-break': shortBreak,
    'care-start-not-known': {
      reason:
        'Children under 16 whose care began before the oldest return held are left out: it is not known whether they ' +
        'have been looked after for two and a half years.',
    },
  },
  membership: `
    WITH ${caredCte},
    young AS (
      SELECT cared.*, cared.care_started_on <= ${thirtyMonthsBefore('cared')} AS is_long_cared_for
      FROM cared
      WHERE ${ageOnSql('cared.date_of_birth', 'cared.to_on')} < 16
    )
    SELECT young.ord, young.la_code, young.child_id, young.is_visible,
      young.is_long_cared_for AND settled.is_settled AS is_counted,
      NOT settled.is_settled AND settled.is_not_known OR NOT young.is_long_cared_for AS is_not_known,
      CASE WHEN NOT young.is_long_cared_for THEN 'care-start-not-known' END AS left_out
    FROM young
    LEFT JOIN LATERAL (
      SELECT placement.carer_since, placement.is_carer_since_known, placement.type
      FROM placement
      WHERE ${ofChild('placement', 'young')} AND ${isLasting('placement')}
        AND ${openOnLastDay('placement', 'young')}
      ORDER BY placement.started_on DESC
      LIMIT 1
    ) AS home ON true
    LEFT JOIN LATERAL (
      SELECT placement.carer_since, placement.is_carer_since_known
      FROM placement
      WHERE ${isForAdoption} AND ${ofChild('placement', 'young')} AND ${isLasting('placement')}
        AND placement.started_on < home.carer_since AND placement.started_on >= young.care_started_on
        AND placement.started_on IS DISTINCT FROM placement.ended_on
      ORDER BY placement.started_on DESC
      LIMIT 1
    ) AS previous ON true
    CROSS JOIN LATERAL (
      SELECT
        coalesce(least(home.carer_since, previous.carer_since) <= ${twoYearsBefore('young')}, false) AS is_settled,
        coalesce(NOT home.is_carer_since_known OR NOT previous.is_carer_since_known, home.carer_since IS NULL)
          AS is_not_known
    ) AS settled
    WHERE young.is_long_cared_for OR NOT young.is_care_start_known
    UNION ALL ${shortBreakRows}`,
};
