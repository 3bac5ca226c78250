import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { socialWorkerRoles, type StaffIndicator } from '../../indicators/staff-indicator.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';

/** One employer's staff in one period. */
export interface StaffQuestion extends EmployerKey {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What was counted for one question. */
export interface StaffCount {
  /** False when no post of the employer is on record at all, of whatever role and time. */
  readonly hasRecords: boolean;
  /** When the newest record of the employer's staff was made; ISO 8601. */
  readonly asAt: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** The indicator's `leftOut` by column. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Counts one indicator for many questions, in their order, in one statement. */
export async function countStaff(
  db: Db,
  asked: { indicator: StaffIndicator; questions: readonly StaffQuestion[]; laCodes: readonly string[] | null },
): Promise<StaffCount[]> {
  const { indicator, questions, laCodes } = asked;
  return db.query<StaffCount>(statementOf(indicator), [
    questions.map((question) => question.employerKind),
    questions.map((question) => question.employerId),
    questions.map((question) => question.from),
    questions.map((question) => question.to),
    laCodes,
    [...socialWorkerRoles],
  ]);
}

function statementOf({ sql, leftOut }: StaffIndicator): string {
  const columns = leftOut.map(({ column }) => `'${column}', coalesce(${column}, 0)`).join(', ');
  return `
    WITH asked AS (
      SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[])
        WITH ORDINALITY AS asked (employer_kind, employer_id, period_from, period_to, question)
    ),
    on_record AS (
      SELECT asked.question, asked.period_from, asked.period_to, employment.*
        FROM asked JOIN employment USING (employer_kind, employer_id)
       WHERE $5::text[] IS NULL OR employment.la_code = ANY ($5)
    ),
    held AS (SELECT question, max(recorded_at) AS newest FROM on_record GROUP BY question),
    post AS (SELECT * FROM on_record WHERE role = ANY ($6::text[])),
    ${sql}
    SELECT held.question IS NOT NULL AS "hasRecords",
           to_char(held.newest AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asAt",
           coalesce(numerator, 0)::float8 AS numerator, coalesce(denominator, 0)::float8 AS denominator,
           jsonb_build_object(${columns}) AS "leftOut"
      FROM asked LEFT JOIN held USING (question) LEFT JOIN measured USING (question)
     ORDER BY asked.question`;
}
