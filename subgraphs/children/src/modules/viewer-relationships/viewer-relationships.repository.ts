import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';

/** Whose relationships are asked for. */
export interface RelationshipsOf {
  /** The authorities the viewer stands in relation to. */
  readonly laCodes: readonly string[];
  readonly subject: string;
  readonly role: string;
  /** The inspection the viewer belongs to; empty for everybody else. */
  readonly inspectionId: string;
  /** The broken glass the request is made under; empty for nearly all. */
  readonly breakGlassId: string;
}

/** What the database says of them. */
export interface RelationshipRow {
  readonly hidden: readonly string[];
  readonly named: readonly string[];
  readonly glassId: string | null;
  readonly glassChildId: string | null;
  readonly glassEndsAt: Date | null;
}

/**
 * Which children are restricted to others, which are named to the viewer, and whether the glass holds: one statement.
 *
 * A glass holds for the one who broke it, in the role it was broken in, while its authority is one of the viewer's. A
 * machine is named by no restriction, whatever its subject is.
 */
export async function findRelationships(
  db: Db,
  of: RelationshipsOf,
  moment: { readonly now: Date; readonly today: PlainDate },
): Promise<RelationshipRow> {
  const [found] = await db.query<RelationshipRow>(RELATIONSHIPS, [
    of.laCodes,
    of.subject,
    of.role,
    of.inspectionId,
    of.breakGlassId,
    moment.now,
    moment.today,
  ]);
  if (!found) throw new Error('A statement that answers one row answered none.');
  return found;
}

const RELATIONSHIPS = `
  WITH glass AS (
    SELECT g.id, g.child_id, g.ends_at FROM break_glass g
    WHERE g.la_code = ANY ($1::text[]) AND g.id = $5 AND g.broken_by = $2 AND g.broken_by_role = $3
      AND g.broken_at <= $6::timestamptz AND g.ends_at > $6::timestamptz
      AND NOT EXISTS (SELECT FROM break_glass_end e WHERE e.la_code = g.la_code AND e.break_glass_id = g.id)
  ), hidden AS (
    SELECT r.child_id FROM restriction r
    WHERE r.la_code = ANY ($1::text[]) AND r.lifted_at IS NULL
      AND NOT EXISTS (
        SELECT FROM restriction_person p
        WHERE p.la_code = r.la_code AND p.restriction_id = r.id AND p.person_id = $2 AND p.ended_at IS NULL
          AND $3 <> 'integrator')
      AND NOT EXISTS (SELECT FROM glass WHERE glass.child_id = r.child_id)
  ), reviewed AS (
    SELECT o.child_id FROM independent_reviewing_officer o
    WHERE $3 = 'la-iro' AND o.la_code = ANY ($1::text[]) AND o.officer_id = $2 AND o.superseded_at IS NULL
      AND o.started_on <= $7::date AND (o.ended_on IS NULL OR o.ended_on >= $7::date)
  ), sampled AS (
    SELECT s.child_id FROM inspection_sample s
    WHERE $3 = 'ofsted-inspector' AND s.la_code = ANY ($1::text[]) AND s.inspection_id = $4 AND s.removed_at IS NULL
  )
  SELECT
    ARRAY(SELECT child_id FROM hidden ORDER BY child_id) AS hidden,
    ARRAY(
      SELECT child_id FROM glass
      UNION
      SELECT child_id FROM (SELECT child_id FROM reviewed UNION SELECT child_id FROM sampled) related
      WHERE NOT EXISTS (SELECT FROM glass)
        AND NOT EXISTS (SELECT FROM hidden WHERE hidden.child_id = related.child_id)
      ORDER BY child_id
    ) AS named,
    (SELECT id FROM glass) AS "glassId", (SELECT child_id FROM glass) AS "glassChildId",
    (SELECT ends_at FROM glass) AS "glassEndsAt"`;
