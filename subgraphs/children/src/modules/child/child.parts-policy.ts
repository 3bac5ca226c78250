import type { DelegatedFunction, PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import type { ChildAccess } from './child.policy.ts';

/** A part of a child's record that can be withheld from one who may see the child. */
export type RecordPart =
  | 'EPISODES'
  | 'PLACEMENTS'
  | 'LEGAL_STATUSES'
  | 'SOCIAL_WORKERS'
  | 'REVIEWS'
  | 'NAME'
  | 'ALLOCATIONS'
  | 'VISITS'
  | 'CONTACT'
  | 'PLANS'
  | 'HEALTH'
  | 'EDUCATION'
  | 'SAFETY'
  | 'LEAVING_CARE'
  | 'VOICE'
  | 'DECISIONS';

/** The parts, in the order they are told. */
export const recordParts: readonly RecordPart[] = [
  'EPISODES',
  'PLACEMENTS',
  'LEGAL_STATUSES',
  'SOCIAL_WORKERS',
  'REVIEWS',
  'NAME',
  'ALLOCATIONS',
  'VISITS',
  'CONTACT',
  'PLANS',
  'HEALTH',
  'EDUCATION',
  'SAFETY',
  'LEAVING_CARE',
  'VOICE',
  'DECISIONS',
];

/** The function that each part serves; null where a practice sees the part whatever is delegated: its own allocation. */
const functionOf: Readonly<Record<RecordPart, DelegatedFunction | null>> = {
  EPISODES: 'CARE_PLANNING',
  PLACEMENTS: 'PLACEMENT',
  LEGAL_STATUSES: 'CARE_PLANNING',
  SOCIAL_WORKERS: 'VISITS_AND_SUPERVISION',
  REVIEWS: 'REVIEW_PREPARATION',
  NAME: 'CARE_PLANNING',
  ALLOCATIONS: null,
  VISITS: 'VISITS_AND_SUPERVISION',
  CONTACT: 'CONTACT',
  PLANS: 'CARE_PLANNING',
  HEALTH: 'HEALTH',
  EDUCATION: 'EDUCATION',
  SAFETY: 'VISITS_AND_SUPERVISION',
  LEAVING_CARE: 'LEAVING_CARE',
  VOICE: 'VISITS_AND_SUPERVISION',
  DECISIONS: 'CARE_PLANNING',
};

/** Parts that hold nothing but what is past, or what no list of an authority's children tells. */
const NEVER_IN_LISTS: ReadonlySet<RecordPart> = new Set([
  'REVIEWS',
  'NAME',
  'VISITS',
  'CONTACT',
  'PLANS',
  'HEALTH',
  'EDUCATION',
  'SAFETY',
  'LEAVING_CARE',
  'VOICE',
  'DECISIONS',
]);

/** What of a child's record decides which parts a viewer is shown. */
export type ChildParts = Pick<ChildAccess, 'id' | 'accessFunctions'>;

/**
 * True when the whole record of a child is open to the viewer, as far as its parts go, and not what lists tell alone: to
 * everybody who may see the child but an inspector in whose sample the child is not.
 */
export function mayOpenRecord(viewer: Viewer, childId: string): boolean {
  return viewer.audience !== 'inspector' || viewer.namedChildIds.includes(childId);
}

/**
 * The parts withheld from a viewer who may see the child.
 *
 * - from an inspector, of children outside the sample: all. What is so today is in the lists and is not withheld
 * - from a practice: those whose function its contract does not delegate, today's facts included
 * - from all others, and under a broken glass: none
 *
 * Row-level security withholds the same rows.
 */
export function withheldParts(viewer: Viewer, child: ChildParts): readonly RecordPart[] {
  return recordParts.filter((part) => isWithheld(viewer, child, part));
}

/** True when the history in a part of the record is withheld from the viewer. */
export function isWithheld(viewer: Viewer, child: ChildParts, part: RecordPart): boolean {
  return !mayOpenRecord(viewer, child.id) || !isDelegated(viewer, child, part);
}

/** True when what a part of the record says of one day is withheld: inspectors are told of today of every child. */
export function isWithheldOn(
  viewer: Viewer,
  child: ChildParts,
  { part, on, today }: { part: RecordPart; on: PlainDate; today: PlainDate },
): boolean {
  if (!isDelegated(viewer, child, part)) return true;
  return !mayOpenRecord(viewer, child.id) && (on !== today || NEVER_IN_LISTS.has(part));
}

/** The functions a practice must have to be told what an indicator says: those of the tables and records it rests on. */
export function functionsBehind({
  tables,
  needs = [],
}: Pick<ChildIndicator, 'tables' | 'needs'>): readonly DelegatedFunction[] {
  return [...new Set([...tables.flatMap((table) => functionsOfTable[table] ?? []), ...needs])];
}

const functionsOfTable: Readonly<Record<string, readonly DelegatedFunction[]>> = {
  Episodes: ['CARE_PLANNING', 'PLACEMENT'],
  Reviews: ['REVIEW_PREPARATION'],
  SWEpisodes: ['VISITS_AND_SUPERVISION'],
  OC2: ['HEALTH'],
  OC3: ['LEAVING_CARE'],
  Missing: ['VISITS_AND_SUPERVISION'],
};

function isDelegated(viewer: Viewer, { accessFunctions }: ChildParts, part: RecordPart): boolean {
  if (viewer.audience !== 'practice' || viewer.breakGlass !== null) return true;
  const needed = functionOf[part];
  return needed === null || (accessFunctions ?? []).includes(needed);
}
