import type { Role, Viewer } from '@mainstay/subgraph-kit';

/** Where a broken glass stands. */
export type BreakGlassStatus = 'LIVE' | 'TO_REVIEW' | 'REVIEWED';

/** What of a broken glass decides where it stands. */
export interface BreakGlassTimes {
  /** The first instant at which it is over: 60 minutes after it was broken, or when it was ended. */
  readonly until: Date;
  readonly review: object | null;
}

/** What of a broken glass decides who may read and review it. */
export interface BreakGlassAccess {
  readonly laCode: string;
  readonly childId: string;
  readonly brokenBy: string;
}

/** How long a sight lasts. */
export const SIGHT_MS = 60 * 60_000;

const BREAKERS: readonly Role[] = [
  'la-analyst',
  'la-commissioner',
  'la-manager',
  'la-worker',
  'la-iro',
  'swp-worker',
  'swp-manager',
];

/**
 * Who may break the glass for children of an authority: its own staff, and staff of practices that have a live contract
 * with it. No inspector, no machine, and nobody under a broken glass already.
 */
export function canBreakGlass(viewer: Viewer, laCode: string): boolean {
  if (!mayBreakGlasses(viewer) || !viewer.laCodes.includes(laCode)) return false;
  return viewer.audience === 'la' || (viewer.audience === 'practice' && viewer.practiceId !== null);
}

/** True for those who may break a glass for some child. */
export function mayBreakGlasses(viewer: Viewer): boolean {
  return BREAKERS.includes(viewer.role) && viewer.scopes === null && viewer.breakGlass === null;
}

/** Where a broken glass stands at an instant. */
export function breakGlassStatus({ until, review }: BreakGlassTimes, now: Date): BreakGlassStatus {
  if (until.getTime() > now.getTime()) return 'LIVE';
  return review ? 'REVIEWED' : 'TO_REVIEW';
}

/** Who is told of all broken glasses of an authority, and reviews those of others: its managers. */
export function canReviewFor(viewer: Viewer, laCode: string): boolean {
  const isManager = viewer.role === 'la-manager' && viewer.audience === 'la';
  return isManager && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}

/** True for those who may read some broken glasses: staff. The database lets no inspector ask for one. */
export function mayReadBreakGlasses(viewer: Viewer): boolean {
  return viewer.audience !== 'inspector' && viewer.scopes === null;
}

/**
 * Who may read that a glass was broken: the one who broke it, and managers of the child's authority, unless the record is
 * restricted to others: then those it names review it.
 */
export function canReadBreakGlass(viewer: Viewer, glass: BreakGlassAccess): boolean {
  if (!mayReadBreakGlasses(viewer)) return false;
  if (glass.brokenBy === viewer.subject) return viewer.laCodes.includes(glass.laCode);
  return canReviewFor(viewer, glass.laCode) && !viewer.hiddenChildIds.includes(glass.childId);
}
