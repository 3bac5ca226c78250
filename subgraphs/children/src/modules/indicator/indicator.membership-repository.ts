import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import type { ChildCondition } from '../child/child.repository.ts';
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

/** What the one who counts can see. */
export interface Sight {
  /** The authorities whose children may be counted at all; null when row-level security alone decides. */
  readonly laCodes: readonly string[] | null;
  /** The practice whose children may be seen, so that the counts tell them from the rest; null when all may be seen. */
  readonly practiceId: string | null;
  readonly on: PlainDate;
}

/** The members of one measure, counted by authority and by why they were left out. */
export interface MemberCount {
  readonly ord: number;
  /** Null for the denominator, else the key of the group left out. */
  readonly leftOut: string | null;
  readonly members: number;
  readonly counted: number;
  readonly notKnown: number;
  /** Of `members` and of `notKnown`, those of children who may be seen. */
  readonly visibleMembers: number;
  readonly visibleNotKnown: number;
  /** Children who may not be seen: in the group, counted, not counted, with a fact not known. */
  readonly hiddenChildren: number;
  readonly hiddenCounted: number;
  readonly hiddenRemainder: number;
  readonly hiddenNotKnown: number;
}

/**
 * Counts the members of one indicator for many questions of one kind of owner, in one statement whose text depends on
 * nothing else.
 */
export function countMembers(
  db: Db,
  indicator: ChildIndicator,
  asked: { readonly kind: MeasureOwner['kind']; readonly rows: readonly AskedOfLa[]; readonly sight: Sight },
): Promise<MemberCount[]> {
  return db.query<MemberCount>(
    `${membersCte(indicator, asked.kind)}
     SELECT ord, left_out AS "leftOut", count(*)::int AS members,
       count(*) FILTER (WHERE is_counted)::int AS counted,
       count(*) FILTER (WHERE is_not_known)::int AS "notKnown",
       count(*) FILTER (WHERE is_visible)::int AS "visibleMembers",
       count(*) FILTER (WHERE is_visible AND is_not_known)::int AS "visibleNotKnown",
       count(DISTINCT child_id) FILTER (WHERE NOT is_visible)::int AS "hiddenChildren",
       count(DISTINCT child_id) FILTER (WHERE NOT is_visible AND is_counted)::int AS "hiddenCounted",
       count(DISTINCT child_id) FILTER (WHERE NOT is_visible AND NOT is_counted)::int AS "hiddenRemainder",
       count(DISTINCT child_id) FILTER (WHERE NOT is_visible AND is_not_known)::int AS "hiddenNotKnown"
     FROM members
     GROUP BY ord, left_out`,
    membersValues(asked.rows, asked.sight),
  );
}

/** Keeps, in a list of children, those behind one part of a measure: the very members that `countMembers` counts. */
export function behindCondition(rows: readonly AskedOfLa[], part: MeasurePart, sight: Sight): ChildCondition | null {
  const question = rows[0]?.question;
  if (!question) return null;
  const sql = `child.id = ANY (ARRAY (
    ${membersCte(question.indicator, question.owner.kind)}
    SELECT child_id FROM members WHERE ${partSql[part]}
  ))`;
  return { sql, values: membersValues(rows, sight) };
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

/** The CTEs up to `members`, with the parameters of `membersValues`. */
function membersCte(indicator: ChildIndicator, kind: MeasureOwner['kind']): string {
  return `
    WITH asked AS (
      SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::date[])
        AS asked (ord, la_code, practice_id, from_on, to_on)
    ),
    cohort AS (
      SELECT asked.ord, asked.from_on, asked.to_on, child.la_code, child.id AS child_id, child.date_of_birth,
        $6::text IS NULL OR coalesce(
          child.access_practice_id = $6 AND child.access_from <= $7::date AND child.access_until >= $7::date, false
        ) AS is_visible
      FROM asked ${childrenOf[kind]}
    ),
    members AS (${indicator.membership})`;
}

function membersValues(rows: readonly AskedOfLa[], sight: Sight): unknown[] {
  return [
    rows.map(({ ord }) => ord),
    rows.map(({ laCode }) => laCode),
    rows.map(({ question }) => (question.owner.kind === 'practice' ? question.owner.id : null)),
    rows.map(({ question }) => question.period.from),
    rows.map(({ question }) => question.period.to),
    sight.practiceId,
    sight.on,
  ];
}
