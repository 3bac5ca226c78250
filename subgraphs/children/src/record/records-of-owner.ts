import type { DelegatedFunction } from '@mainstay/primitives';
import { hasScope, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { Context } from '../context.ts';

/** Whose records are listed: those about the children of authorities, of them only those with a practice now. */
export interface RecordsOwner {
  readonly laCodes: readonly string[];
  /** Null for the children of no practice in particular. */
  readonly practiceId: string | null;
  /** Children whose records are restricted to others. */
  readonly hidden: readonly string[];
  /** True to leave out children whose contract does not delegate what the records are about. */
  readonly isDelegatedOnly: boolean;
  readonly now: Date;
}

/** Who lists the records of an authority's children: its staff, and its machines that were let in for children. */
export function listsRecordsOf(viewer: Viewer, laCode: string): boolean {
  if (viewer.audience !== 'la' || seesNamedChildrenOnly(viewer)) return false;
  return hasScope(viewer, 'children') && viewer.laCodes.includes(laCode);
}

/** Who lists the records of a practice's children: its staff, and authorities as far as the children are theirs. */
export function listsRecordsOfPractice(viewer: Viewer, practiceId: string): boolean {
  if (seesNamedChildrenOnly(viewer) || viewer.audience === 'inspector') return false;
  if (viewer.audience === 'practice') return viewer.practiceId === practiceId;
  return hasScope(viewer, 'children');
}

/** The records a viewer lists of an authority; null when the viewer lists none of them. */
export function recordsOfAuthority({ viewer, clock }: Context, laCode: string): RecordsOwner | null {
  if (!listsRecordsOf(viewer, laCode)) return null;
  const { hiddenChildIds: hidden } = viewer;
  return { laCodes: [laCode], practiceId: null, hidden, isDelegatedOnly: false, now: clock.now() };
}

/** The records a viewer lists of a practice; null when the viewer lists none of them. */
export function recordsOfPractice({ viewer, clock }: Context, practiceId: string): RecordsOwner | null {
  if (!listsRecordsOfPractice(viewer, practiceId)) return null;
  const { laCodes, hiddenChildIds: hidden } = viewer;
  return { laCodes, practiceId, hidden, isDelegatedOnly: viewer.audience === 'practice', now: clock.now() };
}

/**
 * SQL: the present records of an owner in a table, with the parameters of `ownerParams` before all others. Row-level
 * security says the same once more.
 */
export function ofOwnerSql(table: string, needs: DelegatedFunction): string {
  return `la_code = ANY ($1::text[]) AND superseded_at IS NULL AND NOT is_withdrawn AND child_id <> ALL ($4::text[])
    AND ($2::text IS NULL OR EXISTS (SELECT FROM child WHERE child.la_code = ${table}.la_code
      AND child.id = ${table}.child_id AND child.access_practice_id = $2
      AND child.access_from <= $3 AND child.access_until > $3
      AND (NOT $5 OR '${needs}' = ANY (child.access_functions))))`;
}

/** The parameters $1 to $5 of `ofOwnerSql`. */
export function ownerParams({ laCodes, practiceId, now, hidden, isDelegatedOnly }: RecordsOwner): unknown[] {
  return [laCodes, practiceId, now, hidden, isDelegatedOnly];
}
