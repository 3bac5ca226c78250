import type { PlainDate } from '@mainstay/primitives';
import { columnsOf } from '@mainstay/subgraph-kit/record';
import type { Db } from '@mainstay/subgraph-kit';
import { ownEngagements } from '../employment/employment.codes.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { PostEntity, type PostRow } from './post.entity.ts';
import { postStore } from './post.store.ts';

/** The posts with these ids. */
export function findPostsById(db: Db, ids: readonly string[]): Promise<PostRow[]> {
  const laCodes = [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
  return db.query(
    `${postStore.select} WHERE superseded_at IS NULL AND NOT is_withdrawn AND la_code = ANY ($1) AND id = ANY ($2)`,
    [laCodes, [...ids]],
  );
}

/** A page of the posts of one employer's establishment on a day. */
export interface PostPage extends EmployerKey {
  readonly on: PlainDate;
  readonly limit: number;
  readonly offset: number;
}

/** A post on a page: `page` is the place of the page in the question, `place` counts from 1 over all pages. */
export type PostOnPage = PostRow & { readonly page: number; readonly place: number; readonly total: number };

const columns = columnsOf(PostEntity)
  .map(({ name, property }) => `${name} AS "${property}"`)
  .join(', ');

/**
 * The posts of many pages in one statement: those not fully held by employees and partners first. The first post of all is
 * answered for every page, so that the total is known for a page beyond the last.
 */
export function findPostPages(
  db: Db,
  pages: readonly PostPage[],
  laCodes: readonly string[] | null,
): Promise<PostOnPage[]> {
  return db.query(
    `WITH asked AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::int[], $5::int[])
         WITH ORDINALITY AS asked (employer_kind, employer_id, on_day, skipped, taken, page)
     ), standing AS (
       SELECT asked.page, asked.skipped, asked.taken, post.*, (
                SELECT coalesce(sum(held.full_time_equivalent::numeric), 0) FROM present_employment AS held
                 WHERE held.la_code = post.la_code AND held.post_id = post.id AND held.engagement = ANY ($7::text[])
                   AND held.started_on <= asked.on_day AND (held.ended_on IS NULL OR held.ended_on >= asked.on_day)
              ) < post.full_time_equivalent::numeric AS is_vacant
         FROM asked JOIN post USING (employer_kind, employer_id)
        WHERE post.superseded_at IS NULL AND NOT post.is_withdrawn
          AND post.starts_on <= asked.on_day AND (post.ends_on IS NULL OR post.ends_on >= asked.on_day)
          AND ($6::text[] IS NULL OR post.la_code = ANY ($6))
     ), placed AS (
       SELECT *, row_number() OVER (PARTITION BY page ORDER BY is_vacant DESC, role, starts_on, id)::int AS place,
              count(*) OVER (PARTITION BY page)::int AS total
         FROM standing
     )
     SELECT (page - 1)::int AS page, place, total, ${columns}
       FROM placed
      WHERE place = 1 OR (place > skipped AND place <= skipped + taken)
      ORDER BY placed.page, placed.place`,
    [
      pages.map((page) => page.employerKind),
      pages.map((page) => page.employerId),
      pages.map((page) => page.on),
      pages.map((page) => page.offset),
      pages.map((page) => page.limit),
      laCodes,
      [...ownEngagements],
    ],
  );
}
