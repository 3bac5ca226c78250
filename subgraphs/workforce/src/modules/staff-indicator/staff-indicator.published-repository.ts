import { collectionYear } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { socialWorkerRoles } from '../../indicators/staff-indicator.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { StaffOfYear } from './staff-indicator.protection.ts';

interface StaffOfYearRow {
  readonly employer: number;
  readonly collectionYear: number;
  readonly inPost: readonly string[];
  readonly agency: readonly string[];
  readonly leavers: number;
}

/**
 * Whom the figures of each employer are about, from its first year on record up to `lastYear`, oldest first; one statement
 * for all employers, in their order.
 */
export async function staffOfYears(
  db: Db,
  employers: readonly EmployerKey[],
  { laCodes, lastYear }: { laCodes: readonly string[] | null; lastYear: number },
): Promise<StaffOfYear[][]> {
  const rows = await db.query<StaffOfYearRow>(statement, [
    employers.map(({ employerKind }) => employerKind),
    employers.map(({ employerId }) => employerId),
    collectionYear(lastYear).to,
    laCodes,
    [...socialWorkerRoles],
  ]);
  const byEmployer = Map.groupBy(rows, ({ employer }) => employer);
  return employers.map((_, index) =>
    (byEmployer.get(index + 1) ?? []).map(({ collectionYear: year, inPost, agency, leavers }) => ({
      collectionYear: year,
      inPost: new Set(inPost),
      agency: new Set(agency),
      leavers,
    })),
  );
}

const statement = `
  WITH asked AS (
    SELECT * FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (employer_kind, employer_id, employer)
  ),
  post AS (
    SELECT asked.employer, employment.worker_id, employment.is_agency, employment.started_on, employment.ended_on
      FROM asked JOIN present_employment AS employment USING (employer_kind, employer_id)
     WHERE ($4::text[] IS NULL OR employment.la_code = ANY ($4)) AND employment.role = ANY ($5::text[])
       AND employment.started_on <= $3::date
  ),
  year AS (
    SELECT first.employer, ends_on::date, (ends_on - interval '1 year' + interval '1 day')::date AS begins_on
      FROM (SELECT employer, min(started_on) AS day FROM post GROUP BY employer) AS first,
        generate_series($3::timestamp, first.day::timestamp, interval '-1 year') AS ends_on
  ),
  career AS (
    SELECT year.employer, year.begins_on, year.ends_on, post.worker_id, post.is_agency, min(post.started_on) AS first_day,
           max(post.ended_on) AS last_day, bool_or(post.ended_on IS NULL OR post.ended_on > year.ends_on) AS remains
      FROM year JOIN post ON post.employer = year.employer AND post.started_on <= year.ends_on
     GROUP BY year.employer, year.begins_on, year.ends_on, post.worker_id, post.is_agency
  )
  SELECT employer::int, extract(year FROM ends_on)::int AS "collectionYear",
         coalesce(array_agg(worker_id) FILTER (WHERE remains AND NOT is_agency), '{}') AS "inPost",
         coalesce(array_agg(worker_id) FILTER (WHERE remains AND is_agency), '{}') AS agency,
         count(*) FILTER (WHERE NOT is_agency AND NOT remains AND last_day >= begins_on AND first_day < begins_on)::int
           AS leavers
    FROM career
   GROUP BY employer, ends_on
   ORDER BY employer, ends_on`;
