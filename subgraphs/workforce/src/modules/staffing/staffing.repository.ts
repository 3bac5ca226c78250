import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { ownEngagements, type Engagement, type WorkerRole } from '../employment/employment.codes.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';

/** One employer's staff on one day. */
export interface StaffingQuestion extends EmployerKey {
  readonly on: PlainDate;
}

/** What one worker does on the day in one role, on the same terms. */
export interface StaffLine {
  readonly workerId: string;
  readonly role: WorkerRole;
  readonly engagement: Engagement;
  readonly fullTimeEquivalent: number;
}

/** The posts of one role on the day, in whole-time equivalents. */
export interface PostLine {
  readonly role: WorkerRole;
  readonly posts: number;
  readonly established: number;
  readonly vacant: number;
  readonly cover: number;
}

/** What one question is answered of. */
export interface StaffingLines {
  readonly staff: readonly StaffLine[];
  readonly posts: readonly PostLine[];
}

/** The staff and posts of many employers and days, in the order of the questions; two statements however many they are. */
export async function findStaffing(
  db: Db,
  questions: readonly StaffingQuestion[],
  laCodes: readonly string[] | null,
): Promise<StaffingLines[]> {
  const params = [
    questions.map(({ employerKind }) => employerKind),
    questions.map(({ employerId }) => employerId),
    questions.map(({ on }) => on),
    laCodes,
  ];
  const staff = await db.query<StaffLine & { readonly question: number }>(STAFF, params);
  const posts = await db.query<PostLine & { readonly question: number }>(POSTS, [...params, [...ownEngagements]]);
  const staffOf = Map.groupBy(staff, ({ question }) => question);
  const postsOf = Map.groupBy(posts, ({ question }) => question);
  return questions.map((_, index) => ({ staff: staffOf.get(index + 1) ?? [], posts: postsOf.get(index + 1) ?? [] }));
}

const ASKED = `
  asked AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::date[])
      WITH ORDINALITY AS asked (employer_kind, employer_id, on_day, question)
  )`;

const STAFF = `
  WITH ${ASKED}
  SELECT question::int AS question, worker_id AS "workerId", role, engagement,
         sum(full_time_equivalent::numeric)::float8 AS "fullTimeEquivalent"
    FROM asked JOIN present_employment USING (employer_kind, employer_id)
   WHERE started_on <= on_day AND (ended_on IS NULL OR ended_on >= on_day)
     AND ($4::text[] IS NULL OR la_code = ANY ($4))
   GROUP BY question, worker_id, role, engagement`;

const POSTS = `
  WITH ${ASKED},
  standing AS (
    SELECT asked.question, asked.on_day, post.la_code, post.id, post.role,
           post.full_time_equivalent::numeric AS established
      FROM asked JOIN post USING (employer_kind, employer_id)
     WHERE post.superseded_at IS NULL AND NOT post.is_withdrawn
       AND post.starts_on <= asked.on_day AND (post.ends_on IS NULL OR post.ends_on >= asked.on_day)
       AND ($4::text[] IS NULL OR post.la_code = ANY ($4))
  ),
  filled AS (
    SELECT standing.question, standing.role, standing.established,
           greatest(0, standing.established - coalesce(
             sum(held.full_time_equivalent::numeric) FILTER (WHERE held.engagement = ANY ($5::text[])), 0)) AS vacant,
           coalesce(sum(held.full_time_equivalent::numeric) FILTER (WHERE held.is_agency), 0) AS agency
      FROM standing LEFT JOIN present_employment AS held
        ON held.la_code = standing.la_code AND held.post_id = standing.id
       AND held.started_on <= standing.on_day AND (held.ended_on IS NULL OR held.ended_on >= standing.on_day)
     GROUP BY standing.question, standing.la_code, standing.id, standing.role, standing.established
  )
  SELECT question::int AS question, role, count(*)::int AS posts, sum(established)::float8 AS established,
         sum(vacant)::float8 AS vacant, sum(least(vacant, agency))::float8 AS cover
    FROM filled GROUP BY question, role`;
