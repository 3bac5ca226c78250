import type { PlainDate } from '@mainstay/primitives';
import { readsForAuthority, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { EmployerKey, EmploymentRow } from './employment.entity.ts';

/**
 * Who may read a post: the authority it serves, its practices' posts included, and its inspectors; a practice's managers
 * the practice's own. Not those who see named children only: posts are no part of a child's record.
 */
export function canReadEmployment(
  viewer: Viewer,
  employment: Pick<EmploymentRow, 'laCode' | 'employerKind' | 'employerId'>,
  today: PlainDate,
): boolean {
  if (seesNamedChildrenOnly(viewer)) return false;
  if (viewer.audience === 'practice') return managesEmployer(viewer, employment);
  return readsForAuthority(viewer, employment.laCode, { scope: 'workforce', today });
}

/**
 * Who may read about an employer's staff as a whole. An authority may ask about any practice: what it is told rests on the
 * posts that serve it (`readableLaCodes`).
 */
export function canReadStaffOf(viewer: Viewer, employer: EmployerKey, today: PlainDate): boolean {
  if (seesNamedChildrenOnly(viewer)) return false;
  if (viewer.audience === 'practice') return managesEmployer(viewer, employer);
  if (employer.employerKind === 'practice') return readableLaCodes(viewer, today)?.length !== 0;
  return readsForAuthority(viewer, employer.employerId, { scope: 'workforce', today });
}

/** The authorities whose posts the viewer reads; null for a practice, which reads its own wherever they serve. */
export function readableLaCodes(viewer: Viewer, today: PlainDate): string[] | null {
  if (seesNamedChildrenOnly(viewer)) return [];
  if (viewer.audience === 'practice') return null;
  const codes = viewer.inspection === null ? viewer.laCodes : [viewer.inspection.laCode];
  return codes.filter((laCode) => readsForAuthority(viewer, laCode, { scope: 'workforce', today }));
}

function managesEmployer(viewer: Viewer, { employerKind, employerId }: EmployerKey): boolean {
  return viewer.role === 'swp-manager' && employerKind === 'practice' && viewer.practiceId === employerId;
}
