import type { PlainDate } from '@mainstay/primitives';
import { columnsOf } from '@mainstay/subgraph-kit/record';
import type { Db } from '@mainstay/subgraph-kit';
import { ownEngagements } from './employment.codes.ts';
import { EmploymentEntity, type EmployerKey, type EmploymentRow } from './employment.entity.ts';

/** Who came or went. */
export type Movement = 'starters' | 'leavers';

/** One employer's starters or leavers from a day to a day. */
export interface MovementQuestion extends EmployerKey {
  readonly movement: Movement;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The employments that somebody began with an employer by, or left it by; one statement for all questions of one kind. */
export async function findMovements(
  db: Db,
  movement: Movement,
  { questions, laCodes }: { questions: readonly MovementQuestion[]; laCodes: readonly string[] | null },
): Promise<EmploymentRow[][]> {
  const rows = await db.query<EmploymentRow & { readonly question: number }>(statements[movement], [
    questions.map(({ employerKind }) => employerKind),
    questions.map(({ employerId }) => employerId),
    questions.map(({ from }) => from),
    questions.map(({ to }) => to),
    laCodes,
    [...ownEngagements],
  ]);
  const found = Map.groupBy(rows, ({ question }) => question);
  return questions.map((_, index) => found.get(index + 1) ?? []);
}

const columns = columnsOf(EmploymentEntity)
  .map(({ name, property }) => `employment.${name} AS "${property}"`)
  .join(', ');

/**
 * An employment that another of the same worker with the same employer follows, or follows on, without a day between is a
 * change of role, hours or post. Of two that end on one day, the one that began last is the last.
 */
function statementOf(day: 'started_on' | 'ended_on', joinsOn: string): string {
  return `
    WITH asked AS (
      SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[])
        WITH ORDINALITY AS asked (employer_kind, employer_id, period_from, period_to, question)
    )
    SELECT asked.question::int AS question, ${columns}
      FROM asked JOIN employment USING (employer_kind, employer_id)
     WHERE employment.superseded_at IS NULL AND NOT employment.is_withdrawn AND employment.engagement = ANY ($6::text[])
       AND employment.${day} BETWEEN asked.period_from AND asked.period_to
       AND ($5::text[] IS NULL OR employment.la_code = ANY ($5))
       AND NOT EXISTS (
         SELECT FROM present_employment AS other
          WHERE other.worker_id = employment.worker_id AND other.employer_kind = employment.employer_kind
            AND other.employer_id = employment.employer_id AND other.engagement = ANY ($6::text[])
            AND ($5::text[] IS NULL OR other.la_code = ANY ($5)) AND ${joinsOn})
     ORDER BY asked.question, employment.${day} DESC, employment.id`;
}

const statements: Readonly<Record<Movement, string>> = {
  leavers: statementOf(
    'ended_on',
    `other.started_on <= employment.ended_on + 1
      AND (coalesce(other.ended_on, 'infinity'), other.started_on, other.id)
        > (employment.ended_on, employment.started_on, employment.id)`,
  ),
  starters: statementOf(
    'started_on',
    `coalesce(other.ended_on, 'infinity') >= employment.started_on - 1
      AND (other.started_on, coalesce(other.ended_on, 'infinity'), other.id)
        < (employment.started_on, coalesce(employment.ended_on, 'infinity'), employment.id)`,
  ),
};
