import { bankHolidays, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { socialWorkerRoles, type StaffIndicator, type StaffSource } from '../../indicators/staff-indicator.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';

/** One employer's staff in one period. */
export interface StaffQuestion extends EmployerKey {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** True when an authority's practices' staff who serve it are counted with its own. */
  readonly isWithPractices: boolean;
}

/** How many children a worker led at the end of the period of a question. */
export interface CasesOfWorker {
  /** The question's place in the list, from 1. */
  readonly question: number;
  readonly workerId: string;
  readonly children: number;
}

/** What was counted for one question. */
export interface StaffCount {
  /** False when no employment with the employer is on record at all, of whatever role and time. */
  readonly hasRecords: boolean;
  /** False when nothing is on record of what the indicator rests on beside employments. */
  readonly hasSource: boolean;
  /** When the newest record of the employer's staff was made; ISO 8601. */
  readonly asAt: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** The indicator's `leftOut` by column. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** The indicator's `tellsOf` by column. */
  readonly people: Readonly<Record<string, number>>;
}

/** What is counted. */
export interface StaffCounting {
  readonly indicator: StaffIndicator;
  readonly questions: readonly StaffQuestion[];
  /** Keeps the employments that serve these authorities; null for all that row-level security shows. */
  readonly laCodes: readonly string[] | null;
  /** For an indicator that rests on cases. */
  readonly cases?: readonly CasesOfWorker[];
}

/** Counts one indicator for many questions, in their order, in one statement. */
export async function countStaff(db: Db, counting: StaffCounting): Promise<StaffCount[]> {
  const { indicator, questions, laCodes, cases = [] } = counting;
  return db.query<StaffCount>(statementOf(indicator), [
    questions.map((question) => question.employerKind),
    questions.map((question) => question.employerId),
    questions.map((question) => question.from),
    questions.map((question) => question.to),
    questions.map((question) => question.isWithPractices),
    laCodes,
    [...socialWorkerRoles],
    indicator.restsOn === 'absences' ? holidaysOf(questions) : [],
    JSON.stringify(cases),
  ]);
}

/** The bank holidays of the years that the questions are about; earlier ones than 1978 are not known. */
function holidaysOf(questions: readonly StaffQuestion[]): PlainDate[] {
  const years = new Set<number>();
  for (const { from, to } of questions) {
    for (let year = Math.max(1978, Number(from.slice(0, 4))); year <= Number(to.slice(0, 4)); year++) years.add(year);
  }
  return [...years].flatMap((year) => bankHolidays(year).map(({ day }) => day));
}

function statementOf(indicator: StaffIndicator): string {
  const { sql, leftOut, tellsOf = [], restsOn } = indicator;
  const asObject = (columns: readonly string[]): string =>
    `jsonb_build_object(${columns.map((column) => `'${column}', coalesce(${column}, 0)`).join(', ')})`;
  return `
    WITH asked AS (
      SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::boolean[])
        WITH ORDINALITY AS asked (employer_kind, employer_id, period_from, period_to, is_with_practices, question)
    ),
    given AS (SELECT $8::date[] AS bank_holidays, $9::jsonb AS cases),
    on_record AS (${rowsOf('present_employment')}),
    held AS (SELECT question, max(recorded_at) AS newest FROM on_record GROUP BY question),
    employed AS (SELECT * FROM on_record WHERE role = ANY ($7::text[])),
    ${restsOn ? sources[restsOn] : ''}
    ${sql}
    SELECT held.question IS NOT NULL AS "hasRecords", ${restsOn ? hasSource[restsOn] : 'true'} AS "hasSource",
           to_char(held.newest AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asAt",
           coalesce(numerator, 0)::float8 AS numerator, coalesce(denominator, 0)::float8 AS denominator,
           ${asObject(leftOut.map(({ column }) => column))} AS "leftOut", ${asObject(tellsOf)} AS people
      FROM asked LEFT JOIN held USING (question) LEFT JOIN measured USING (question)
     ORDER BY asked.question`;
}

/** The rows of a table of staff that each question is about. The employer of an authority's own staff is the authority. */
function rowsOf(table: string, isPresent = 'true'): string {
  const rows = (join: string, isWithPractices: string): string => `
      SELECT asked.question, asked.period_from, asked.period_to, staff.*
        FROM asked JOIN ${table} AS staff ON ${join}
       WHERE ${isWithPractices} AND ${isPresent} AND ($6::text[] IS NULL OR staff.la_code = ANY ($6))`;
  const ofEmployer = 'staff.employer_kind = asked.employer_kind AND staff.employer_id = asked.employer_id';
  return `${rows(ofEmployer, 'NOT asked.is_with_practices')}
      UNION ALL ${rows('staff.la_code = asked.employer_id', 'asked.is_with_practices')}`;
}

const present = 'staff.superseded_at IS NULL AND NOT staff.is_withdrawn';

/** The expressions of what indicators rest on, by source. */
const sources: Readonly<Record<StaffSource, string>> = {
  posts: `
    any_post AS (${rowsOf('post', present)}),
    posts AS (SELECT * FROM any_post WHERE role = ANY ($7::text[])),`,
  absences: `
    any_absence AS (${rowsOf('absence', present)}),
    absences AS (
      SELECT * FROM any_absence
       WHERE cause = 'SIC' AND started_on <= period_to AND (ended_on IS NULL OR ended_on >= period_from)
    ),`,
  cases: `
    cases AS (
      SELECT question, "workerId" AS worker_id, sum(children) AS children
        FROM given, jsonb_to_recordset(given.cases) AS led (question bigint, "workerId" text, children int)
       GROUP BY question, "workerId"
    ),`,
};

const hasSource: Readonly<Record<StaffSource, string>> = {
  posts: 'EXISTS (SELECT FROM any_post WHERE any_post.question = asked.question)',
  absences: 'EXISTS (SELECT FROM any_absence WHERE any_absence.question = asked.question)',
  cases: 'EXISTS (SELECT FROM cases WHERE cases.question = asked.question)',
};
