import type { DelegatedFunction } from '@mainstay/primitives';
import { homes } from '../../indicators/home-membership.ts';
import { ageOnSql } from '../../indicators/membership-sql.ts';

/** What the children of a measure are told apart by: `MeasureBreakdown` of the graph. */
export type Breakdown = 'ETHNICITY' | 'SEX' | 'AGE' | 'DISABILITY' | 'NEED' | 'PLACEMENT';

/** A group that children are told apart into. */
export interface BreakdownGroup {
  /** The stable code. */
  readonly code: string;
  readonly title: string;
}

/** One way of telling children apart. Each child is in exactly one of its groups. */
export interface BreakdownSpec {
  readonly groups: readonly BreakdownGroup[];
  /** SQL: the code of the group of `child` on `asked.to_on`; of a group that is not listed, `not-known`. */
  readonly groupSql: string;
  /** The functions a practice must have besides those of the indicator. */
  readonly needs: readonly DelegatedFunction[];
}

/** The group of those of whom the fact is not on record. */
export const NOT_KNOWN = 'not-known';

const groupsOf = (titles: Readonly<Record<string, string>>): BreakdownGroup[] => [
  ...Object.entries(titles).map(([code, title]) => ({ code, title })),
  { code: NOT_KNOWN, title: 'Not known' },
];

const age = ageOnSql('child.date_of_birth', 'asked.to_on');

/** SQL: of the last episode begun by the last day, short-term breaks apart. */
const ofLastEpisode = (column: string, isOpen: boolean): string => `(
  SELECT last.${column} FROM episode AS last
  WHERE last.child_id = child.id AND last.superseded_at IS NULL AND last.started_on <= asked.to_on
    AND last.legal_status NOT IN ('V3', 'V4')
    ${isOpen ? 'AND (last.ended_on IS NULL OR last.ended_on > asked.to_on OR last.is_end_inferred AND last.ended_on = asked.to_on)' : ''}
  ORDER BY last.started_on DESC LIMIT 1
)`;

const place = ofLastEpisode('placement_type', true);

/** How children can be told apart, and into which groups, in their order. */
export const breakdowns: Readonly<Record<Breakdown, BreakdownSpec>> = {
  ETHNICITY: {
    groups: groupsOf({
      white: 'White',
      mixed: 'Mixed or multiple ethnic groups',
      asian: 'Asian or Asian British',
      black: 'Black, African, Caribbean or Black British',
      other: 'Other ethnic group, Chinese included',
    }),
    groupSql: `CASE
      WHEN child.ethnicity IN ('REFU', 'NOBT') THEN '${NOT_KNOWN}'
      WHEN child.ethnicity ~ '^W' THEN 'white' WHEN child.ethnicity ~ '^M' THEN 'mixed'
      WHEN child.ethnicity ~ '^A' THEN 'asian' WHEN child.ethnicity ~ '^B' THEN 'black'
      WHEN child.ethnicity IN ('OOTH', 'CHNE') THEN 'other' END`,
    needs: [],
  },
  SEX: {
    groups: groupsOf({ female: 'Girls and young women', male: 'Boys and young men' }),
    groupSql: "CASE WHEN child.sex IN ('F', '2') THEN 'female' WHEN child.sex IN ('M', '1') THEN 'male' END",
    needs: [],
  },
  AGE: {
    groups: groupsOf({
      'under-1': 'Under 1',
      '1-to-4': '1 to 4',
      '5-to-9': '5 to 9',
      '10-to-15': '10 to 15',
      '16-to-17': '16 and 17',
      '18-and-over': '18 and over',
    }),
    groupSql: `CASE WHEN ${age} < 1 THEN 'under-1' WHEN ${age} < 5 THEN '1-to-4' WHEN ${age} < 10 THEN '5-to-9'
      WHEN ${age} < 16 THEN '10-to-15' WHEN ${age} < 18 THEN '16-to-17' ELSE '18-and-over' END`,
    needs: [],
  },
  DISABILITY: {
    groups: groupsOf({ disabled: 'With a disability', 'not-disabled': 'Without a disability' }),
    groupSql: `(
      SELECT CASE WHEN said.is_disabled THEN 'disabled' WHEN NOT said.is_disabled THEN 'not-disabled' END
      FROM profile AS said
      WHERE said.la_code = child.la_code AND said.child_id = child.id AND said.superseded_at IS NULL
        AND NOT said.is_withdrawn AND said.as_of <= asked.to_on
      ORDER BY said.as_of DESC LIMIT 1
    )`,
    needs: ['CARE_PLANNING'],
  },
  NEED: {
    groups: groupsOf({
      N1: 'Abuse or neglect',
      N2: 'The child’s disability',
      N3: 'A parent’s illness or disability',
      N4: 'Family in acute stress',
      N5: 'Family dysfunction',
      N6: 'Socially unacceptable behaviour',
      N7: 'Low income',
      N8: 'Absent parenting',
    }),
    groupSql: ofLastEpisode('category_of_need', false),
    needs: ['CARE_PLANNING'],
  },
  PLACEMENT: {
    groups: groupsOf({
      'foster-care': 'With foster carers',
      'for-adoption': 'Placed for adoption',
      parents: 'With parents',
      'childrens-home': 'In a children’s home',
      supported: 'In supported accommodation',
      'other-residential': 'In another residential setting',
      elsewhere: 'Elsewhere',
      'not-in-care': 'Not looked after on the last day',
    }),
    groupSql: `(
      SELECT CASE WHEN stay.type IS NULL THEN 'not-in-care'
        WHEN stay.type ~ '${homes.fosterCare}' THEN 'foster-care' WHEN stay.type ~ '${homes.forAdoption}' THEN 'for-adoption'
        WHEN stay.type ~ '${homes.parents}' THEN 'parents' WHEN stay.type ~ '${homes.childrensHome}' THEN 'childrens-home'
        WHEN stay.type ~ '${homes.supported}' THEN 'supported'
        WHEN stay.type ~ '${homes.otherResidential}' THEN 'other-residential' ELSE 'elsewhere' END
      FROM (SELECT ${place} AS type) AS stay
    )`,
    needs: ['CARE_PLANNING', 'PLACEMENT'],
  },
};

/** SQL: the code of a group that the breakdown lists. */
export function groupSqlOf(by: Breakdown): string {
  const { groups, groupSql } = breakdowns[by];
  const listed = groups.map(({ code }) => `'${code}'`).join(', ');
  return `(SELECT CASE WHEN found.code IN (${listed}) THEN found.code ELSE '${NOT_KNOWN}' END FROM (SELECT ${groupSql} AS code) AS found)`;
}
