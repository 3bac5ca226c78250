import { caredCte, ofChild, openOnLastDay, shortBreak, shortBreakRows } from './membership-sql.ts';

/**
 * SQL: the membership of an indicator of where children live on the last day of the period.
 *
 * @param kind regular expression of the codes `PLACE` that are counted.
 * @param isNot counts all other codes instead.
 */
export function homeMembership(kind: string, isNot = false): string {
  return `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      coalesce(home.placement_type ${isNot ? '!~' : '~'} '${kind}', false) AS is_counted,
      home.placement_type IS NULL AS is_not_known, NULL::text AS left_out
    FROM cared
    LEFT JOIN LATERAL (
      SELECT stay.placement_type
      FROM episode AS stay
      WHERE ${ofChild('stay', 'cared')} AND stay.superseded_at IS NULL
        AND ${openOnLastDay('stay', 'cared')} AND stay.legal_status NOT IN ('V3', 'V4')
      ORDER BY stay.started_on DESC
      LIMIT 1
    ) AS home ON true
    UNION ALL ${shortBreakRows}`;
}

/** The codes of each kind of home; every other code is another kind. */
export const homes = {
  fosterCare: '^U',
  forAdoption: '^A',
  parents: '^P1$',
  childrensHome: '^K[12]$',
  supported: '^(K3|H5|P2)$',
  otherResidential: '^(R|S)',
} as const;

/** What the indicators of where children live say in common. */
export const ofHomes = {
  denominator: 'Children looked after on the last day of the period.',
  excluded: ['Children in a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  source:
    'Department for Education, Children looked after in England: placements on 31 March. Worked out from PLACE in the ' +
    'SSDA903 return; a temporary placement counts as what it is.',
  outcomeArticle: 22,
  population: 'looked-after',
  tables: ['Header', 'Episodes'],
  collectedSince: null,
  looksAt: 'last-day',
  notKnown: null,
  knownOfNobody: null,
  leftOut: { 'short-break': shortBreak },
} as const;
