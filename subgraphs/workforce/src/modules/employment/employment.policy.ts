import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readsForAuthority } from '../../viewer-access.ts';
import type { EmployerKey, EmploymentRow } from './employment.entity.ts';

/** Who may read a post: the authority it serves, its practices' posts included, and its inspectors; a practice its own. */
export function canReadEmployment(
  viewer: Viewer,
  employment: Pick<EmploymentRow, 'laCode' | 'employerKind' | 'employerId'>,
  today: PlainDate,
): boolean {
  if (viewer.audience === 'practice') return isEmployer(viewer, employment);
  return readsForAuthority(viewer, employment.laCode, today);
}

/**
 * Who may read about an employer's staff as a whole. An authority may ask about any practice: what it is told rests on the
 * posts that serve it (`readableLaCodes`).
 */
export function canReadStaffOf(viewer: Viewer, employer: EmployerKey, today: PlainDate): boolean {
  if (viewer.audience === 'practice') return isEmployer(viewer, employer);
  if (employer.employerKind === 'practice') return readableLaCodes(viewer, today)?.length !== 0;
  return readsForAuthority(viewer, employer.employerId, today);
}

/** The authorities whose posts the viewer reads; null for a practice, which reads its own wherever they serve. */
export function readableLaCodes(viewer: Viewer, today: PlainDate): string[] | null {
  if (viewer.audience === 'practice') return null;
  const codes = viewer.inspection === null ? viewer.laCodes : [viewer.inspection.laCode];
  return codes.filter((laCode) => readsForAuthority(viewer, laCode, today));
}

function isEmployer(viewer: Viewer, { employerKind, employerId }: EmployerKey): boolean {
  return employerKind === 'practice' && viewer.practiceId === employerId;
}
