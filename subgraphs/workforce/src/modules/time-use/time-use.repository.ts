import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { DiaryMinutes } from '../time-diary/time-diary.entity.ts';
import type { Quarter } from './time-use.quarter.ts';

/** What one person entered of a quarter, all days together. */
export interface PersonsTime extends EmployerKey, DiaryMinutes {
  readonly laCode: string;
  /** Tells people of one answer apart, and says nothing of who they are. */
  readonly person: number;
  readonly diaries: number;
}

/**
 * What each person who works for the children of these authorities entered of a quarter, as it was on record when the quarter
 * is told; null for all in sight. Without whose it is. For figures.
 */
export function findPersonsTime(
  figures: Db,
  { from, to, toldFrom }: Quarter,
  laCodes: readonly string[] | null,
): Promise<PersonsTime[]> {
  return figures.query(
    `SELECT la_code AS "laCode", employer_kind AS "employerKind", employer_id AS "employerId", dense_rank() OVER (ORDER BY recorded_by)::int AS person, count(*)::int AS diaries,
            sum(with_children)::int AS "withChildren", sum(with_families)::int AS "withFamilies",
            sum(forms_and_reports)::int AS "formsAndReports", sum(meetings_and_court)::int AS "meetingsAndCourt",
            sum(travel)::int AS travel, sum(supervision_and_learning)::int AS "supervisionAndLearning",
            sum(other)::int AS other
       FROM time_diary
      WHERE spent_on BETWEEN $1 AND $2 AND NOT is_withdrawn
        AND recorded_at < $3::date::timestamp AT TIME ZONE 'UTC'
        AND (superseded_at IS NULL OR superseded_at >= $3::date::timestamp AT TIME ZONE 'UTC')
        AND ($4::text[] IS NULL OR la_code = ANY ($4))
      GROUP BY la_code, employer_kind, employer_id, recorded_by`,
    [from, to, toldFrom, laCodes],
  );
}
