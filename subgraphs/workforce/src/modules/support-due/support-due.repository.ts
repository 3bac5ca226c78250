import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { socialWorkerRoles } from '../../indicators/staff-indicator.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { Learnt } from '../training/training.learning-year.ts';

/** Roles of those who are not supervised as those who work with children are. */
export const UNSUPERVISED_ROLES = ['ADMINISTRATOR', 'EDUCATION_SUPPORT', 'RESEARCH_SUPPORT', 'LEGAL_SUPPORT'] as const;

/** The staff of an employer on a day. */
export interface SupportQuestion extends EmployerKey {
  readonly on: PlainDate;
}

/** A worker in post with an employer on the day of a question, and what is on record of their support. */
export interface SupportRow extends Learnt {
  /** The place of the question among those asked. */
  readonly question: number;
  readonly laCode: string;
  readonly workerId: string;
  readonly isSupervised: boolean;
  readonly isSocialWorker: boolean;
  /** The first day of the worker's unbroken time with the employer. */
  readonly since: PlainDate;
  /** When the worker became known here, where a census alone tells of them; null for all others. */
  readonly knownSince: PlainDate | null;
  /** When supervision was last held in that time, by peers or anybody else; and by anybody but peers. */
  readonly lastHeldOn: PlainDate | null;
  readonly lastHeldWithoutPeers: PlainDate | null;
}

/**
 * The staff of many employers on days, in one statement. Time with an employer is unbroken while each employment begins at
 * most a day after an earlier one ended.
 */
export function findSupport(
  db: Db,
  asked: readonly (SupportQuestion & { readonly yearFrom: PlainDate })[],
  laCodes: readonly string[] | null,
): Promise<SupportRow[]> {
  return db.query(SUPPORT, [
    asked.map(({ employerKind }) => employerKind),
    asked.map(({ employerId }) => employerId),
    asked.map(({ on }) => on),
    asked.map(({ yearFrom }) => yearFrom),
    laCodes,
    [...socialWorkerRoles],
    [...UNSUPERVISED_ROLES],
  ]);
}

const SUPPORT = `
  WITH asked AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[])
      WITH ORDINALITY AS asked (employer_kind, employer_id, on_day, year_from, question)
  ),
  post AS (
    SELECT asked.*, held.worker_id, held.la_code, held.role, held.started_on, held.ended_on, held.source, held.recorded_at,
           max(coalesce(held.ended_on, 'infinity')) OVER (
             PARTITION BY asked.question, held.worker_id ORDER BY held.started_on, held.id
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_before
      FROM asked JOIN present_employment AS held USING (employer_kind, employer_id)
     WHERE held.started_on <= asked.on_day AND ($5::text[] IS NULL OR held.la_code = ANY ($5))
  ),
  in_post AS (
    SELECT question, employer_kind, employer_id, on_day, year_from, worker_id, min(la_code) AS la_code,
           max(started_on) FILTER (WHERE ended_before IS NULL OR started_on > ended_before + 1) AS since,
           CASE WHEN bool_and(source = 'CENSUS') THEN min(recorded_at AT TIME ZONE 'Europe/London')::date END AS known_since,
           bool_or(role = ANY ($6)) FILTER (WHERE ended_on IS NULL OR ended_on >= on_day) AS is_social_worker,
           bool_or(role <> ALL ($7)) FILTER (WHERE ended_on IS NULL OR ended_on >= on_day) AS is_supervised
      FROM post GROUP BY question, employer_kind, employer_id, on_day, year_from, worker_id
    HAVING bool_or(ended_on IS NULL OR ended_on >= on_day)
  )
  SELECT (question - 1)::int AS question, in_post.la_code AS "laCode", in_post.worker_id AS "workerId",
         is_supervised AS "isSupervised", is_social_worker AS "isSocialWorker", since::text AS since,
         known_since::text AS "knownSince",
         last_held::text AS "lastHeldOn", last_held_without_peers::text AS "lastHeldWithoutPeers",
         pieces, pieces_with_peers AS "piecesWithPeers", hours, hours_of_all AS "hoursOfAll"
    FROM in_post,
    LATERAL (
      SELECT max(held_on) AS last_held, max(held_on) FILTER (WHERE led_by <> 'PEERS') AS last_held_without_peers
        FROM supervision AS session
       WHERE session.worker_id = in_post.worker_id AND session.employer_kind = in_post.employer_kind
         AND session.employer_id = in_post.employer_id AND session.superseded_at IS NULL AND NOT session.is_withdrawn
         AND session.is_held AND session.held_on BETWEEN since AND on_day
         AND ($5::text[] IS NULL OR session.la_code = ANY ($5))
    ) AS supervised,
    LATERAL (
      SELECT count(*) FILTER (WHERE is_post_registration_learning)::int AS pieces,
             count(*) FILTER (WHERE is_post_registration_learning AND is_discussed_with_peer)::int AS pieces_with_peers,
             coalesce(sum(hours) FILTER (WHERE is_post_registration_learning), 0)::float8 AS hours,
             coalesce(sum(hours), 0)::float8 AS hours_of_all
        FROM training
       WHERE training.worker_id = in_post.worker_id AND training.employer_kind = in_post.employer_kind
         AND training.employer_id = in_post.employer_id AND training.superseded_at IS NULL AND NOT training.is_withdrawn
         AND training.done_on BETWEEN year_from AND on_day
         AND ($5::text[] IS NULL OR training.la_code = ANY ($5))
    ) AS learnt
   ORDER BY question, in_post.worker_id`;
