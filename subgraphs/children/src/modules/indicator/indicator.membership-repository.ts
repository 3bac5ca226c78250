import type { Db } from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import type { ChildCondition } from '../child/child.repository.ts';
import { breakdowns, groupSqlOf, type Breakdown } from './indicator.breakdown.ts';
import { functionsBehind } from '../child/child.parts-policy.ts';
import type { MeasureOwner, MeasureQuestion } from './indicator.question.ts';

/** A part of the children a measure is about. */
export type MeasurePart = 'NUMERATOR' | 'DENOMINATOR' | 'REMAINDER' | 'NOT_KNOWN';

/** A question about the children of one authority; of a practice in several authorities, one for each. */
export interface AskedOfLa {
  /** Numbers the question it belongs to. */
  readonly ord: number;
  readonly laCode: string;
  readonly question: MeasureQuestion;
}

/** Whom the one who asks may count, and whom of these the one who asks may look at besides. */
export interface Sight {
  /** The authorities whose children may be counted at all; null when row-level security alone decides. */
  readonly laCodes: readonly string[] | null;
  /** Children whose records are restricted to others: they are in no figure. */
  readonly hidden: readonly string[];
  /**
   * The practice whose children are in sight, as far as its contract delegates what the indicator is made of; null when
   * that is no condition.
   */
  readonly practiceId: string | null;
  /** The only children in sight; null when that is no condition. */
  readonly named: readonly string[] | null;
  readonly at: Date;
}

/** Numbers of different children in a group. */
export interface ChildCounts {
  readonly all: number;
  /** Those with something in the numerator, and those with something in the remainder. */
  readonly counted: number;
  readonly remainder: number;
  /** Those with a fact not known, and those in the remainder whose facts are known. */
  readonly notKnown: number;
  readonly knownRemainder: number;
}

/** Nobody at all. */
export const noChildren: ChildCounts = { all: 0, counted: 0, remainder: 0, notKnown: 0, knownRemainder: 0 };

/** The members of one measure, counted by authority and by why they were left out. */
export interface MemberCount {
  readonly ord: number;
  /** The practice the children were allocated to on the last day; null for those of none, and where nobody asked. */
  readonly practiceId: string | null;
  /** The group of the breakdown asked for; null where none is. */
  readonly group: string | null;
  /** Null for the denominator, else the key of the group left out. */
  readonly leftOut: string | null;
  readonly members: number;
  readonly counted: number;
  readonly notKnown: number;
  /** What is added up, and over how much; null where members are counted. */
  readonly amount: number | null;
  readonly weight: number | null;
  /** Of `members` and of `notKnown`, those of children in sight. */
  readonly visibleMembers: number;
  readonly visibleNotKnown: number;
  /** All the children, and those of them out of sight. */
  readonly children: ChildCounts;
  readonly outOfSight: ChildCounts;
}

/** What is counted in one statement. */
export interface Counting {
  /** Whose children: those of the authority, or of the practice named in each question. */
  readonly kind: MeasureOwner['kind'];
  /** True to count the authority's children apart by the practice they were allocated to on the last day. */
  readonly isByPractice?: boolean;
  /** What to count the children apart by; null for not at all. */
  readonly by?: Breakdown | null;
  readonly rows: readonly AskedOfLa[];
  readonly sight: Sight;
}

/**
 * Counts the members of one indicator for many questions of one kind of owner, in one statement whose text depends on
 * nothing else.
 */
export function countMembers(db: Db, indicator: ChildIndicator, asked: Counting): Promise<MemberCount[]> {
  const practice = asked.isByPractice ? 'allocated.practice_id' : 'NULL::text';
  const group = asked.by ? 'grouped.name' : 'NULL::text';
  const isApart = asked.isByPractice === true || Boolean(asked.by);
  // Child by child first: counting different children ten ways at once would sort them ten times.
  return db.query<MemberCount>(
    `${membersCte(indicator, asked.kind)},
     member AS (
       SELECT members.ord, ${practice} AS practice_id, ${group} AS group_name, left_out, members.la_code,
         members.child_id, bool_or(is_visible) AS is_visible, count(*) AS members,
         count(*) FILTER (WHERE is_counted) AS counted, count(*) FILTER (WHERE is_not_known) AS not_known,
         ${indicator.isSummed ? 'sum(amount)' : 'NULL::float8'} AS amount,
         ${indicator.isSummed ? 'sum(weight)' : 'NULL::float8'} AS weight,
         bool_or(is_counted) AS is_counted, bool_or(NOT is_counted) AS is_remainder,
         bool_or(is_not_known) AS is_not_known, bool_or(NOT is_counted AND NOT is_not_known) AS is_known_remainder
       FROM members ${isApart ? 'JOIN asked ON asked.ord = members.ord' : ''}
         ${asked.isByPractice ? allocatedOnLastDay : ''} ${asked.by ? inGroup(asked.by) : ''}
       GROUP BY 1, 2, 3, 4, 5, 6
     )
     SELECT ord, practice_id AS "practiceId", group_name AS "group", left_out AS "leftOut", sum(members)::int AS members,
       sum(counted)::int AS counted, sum(not_known)::int AS "notKnown",
       ${indicator.isSummed ? 'coalesce(sum(amount), 0)::float8' : 'NULL::float8'} AS amount,
       ${indicator.isSummed ? 'coalesce(sum(weight), 0)::float8' : 'NULL::float8'} AS weight,
       coalesce(sum(members) FILTER (WHERE is_visible), 0)::int AS "visibleMembers",
       coalesce(sum(not_known) FILTER (WHERE is_visible), 0)::int AS "visibleNotKnown",
       ${childCounts('true')} AS children,
       ${childCounts('NOT is_visible')} AS "outOfSight"
     FROM member
     GROUP BY ord, practice_id, group_name, left_out`,
    membersValues(indicator, asked.rows, { sight: asked.sight, by: asked.by ?? null }),
  );
}

/** Keeps, in a list of children, those behind one part of a measure: members that `countMembers` counts, and in sight. */
export function behindCondition(
  rows: readonly AskedOfLa[],
  { part, group }: { part: MeasurePart; group: { by: Breakdown; code: string } | null },
  sight: Sight,
): ChildCondition | null {
  const question = rows[0]?.question;
  if (!question) return null;
  const values = membersValues(question.indicator, rows, { sight, by: group?.by ?? null });
  const ofGroup = group ? `JOIN asked ON asked.ord = members.ord ${inGroup(group.by)}` : '';
  const sql = `child.id = ANY (ARRAY (
    ${membersCte(question.indicator, question.owner.kind)}
    SELECT members.child_id FROM members ${ofGroup}
    WHERE is_visible AND ${partSql[part]} ${group ? `AND grouped.name = $${values.length + 1}` : ''}
  ))`;
  return { sql, values: group ? [...values, group.code] : values };
}

const partSql: Readonly<Record<MeasurePart, string>> = {
  NUMERATOR: 'left_out IS NULL AND is_counted',
  DENOMINATOR: 'left_out IS NULL',
  REMAINDER: 'left_out IS NULL AND NOT is_counted',
  NOT_KNOWN: 'is_not_known',
};

const childrenOf: Readonly<Record<MeasureOwner['kind'], string>> = {
  'local-authority': 'JOIN child ON child.la_code = asked.la_code',
  practice: `
    JOIN (
      SELECT DISTINCT asked.ord, allocation.la_code, allocation.child_id
      FROM asked
      JOIN allocation ON allocation.la_code = asked.la_code
        AND allocation.practice_id = asked.practice_id
        AND allocation.started_on <= asked.to_on
        AND (allocation.ended_on IS NULL OR allocation.ended_on >= asked.to_on)
    ) AS allocated ON allocated.ord = asked.ord AND allocated.la_code = asked.la_code
    JOIN child ON child.id = allocated.child_id`,
};

/** Each member's practice on the last day; with one at most, the practices' members add up to the authority's. */
const allocatedOnLastDay = `
  LEFT JOIN LATERAL (
    SELECT allocation.practice_id
    FROM allocation
    WHERE allocation.la_code = members.la_code AND allocation.child_id = members.child_id
      AND allocation.started_on <= asked.to_on
      AND (allocation.ended_on IS NULL OR allocation.ended_on >= asked.to_on)
    ORDER BY allocation.started_on DESC, allocation.id
    LIMIT 1
  ) AS allocated ON true`;

/** SQL: each member's group on the last day. */
function inGroup(by: Breakdown): string {
  return `
  JOIN child ON child.la_code = members.la_code AND child.id = members.child_id
  CROSS JOIN LATERAL (SELECT ${groupSqlOf(by)} AS name) AS grouped`;
}

/** SQL: how many children of `member` there are of each kind, under a condition. */
function childCounts(condition: string): string {
  const count = (also: string): string => `count(*) FILTER (WHERE ${condition} AND ${also})::int`;
  return `jsonb_build_object('all', ${count('true')}, 'counted', ${count('is_counted')},
    'remainder', ${count('is_remainder')}, 'notKnown', ${count('is_not_known')},
    'knownRemainder', ${count('is_known_remainder')})`;
}

/** The CTEs up to `members`, with the parameters of `membersValues`. */
function membersCte(indicator: ChildIndicator, kind: MeasureOwner['kind']): string {
  return `
    WITH asked AS (
      SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::date[])
        AS asked (ord, la_code, practice_id, from_on, to_on)
    ),
    cohort AS (
      SELECT asked.ord, asked.from_on, asked.to_on, child.la_code, child.id AS child_id, child.date_of_birth,
        ($6::text IS NULL OR coalesce(
          child.access_practice_id = $6 AND child.access_from <= $7::timestamptz AND child.access_until > $7::timestamptz
            AND child.access_functions @> $8::text[], false
        )) AND ($9::text[] IS NULL OR child.id = ANY ($9)) AS is_visible
      FROM asked ${childrenOf[kind]}
      WHERE child.id <> ALL ($10::text[])
    ),
    members AS (${indicator.membership})`;
}

function membersValues(
  indicator: ChildIndicator,
  rows: readonly AskedOfLa[],
  { sight, by }: { sight: Sight; by: Breakdown | null },
): unknown[] {
  return [
    rows.map(({ ord }) => ord),
    rows.map(({ laCode }) => laCode),
    rows.map(({ question }) => (question.owner.kind === 'practice' ? question.owner.id : null)),
    rows.map(({ question }) => question.period.from),
    rows.map(({ question }) => question.period.to),
    sight.practiceId,
    sight.at,
    [...new Set([...functionsBehind(indicator), ...(by ? breakdowns[by].needs : [])])],
    sight.named,
    sight.hidden,
  ];
}
