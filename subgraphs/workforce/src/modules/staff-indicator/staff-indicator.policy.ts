import type { PlainDate } from '@mainstay/primitives';
import { hasScope, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { canReadStaffOf } from '../employment/employment.policy.ts';

/**
 * What a viewer may see of an employer's measures.
 *
 * - `own-rows`: the figure, made of the posts that the viewer may read
 * - `published`: the figure as it could be published: small numbers are kept back, and whatever they follow from
 * - `withheld`: nothing
 */
export type StaffMeasureAccess = 'own-rows' | 'published' | 'withheld';

/**
 * Who may see whose measures: whoever may read the posts, in full; as they could be published, a reviewing officer and a
 * machine with the scope `figures` those of the authority and of practices that serve it, and a practice's workers the
 * practice's. Nobody else, and nobody under a broken glass.
 */
export function staffMeasureAccess(viewer: Viewer, employer: EmployerKey, today: PlainDate): StaffMeasureAccess {
  if (viewer.breakGlass !== null) return 'withheld';
  if (canReadStaffOf(viewer, employer, today)) return 'own-rows';
  return readsPublished(viewer, employer) ? 'published' : 'withheld';
}

/** The authorities whose posts published figures are made of; null for a practice, whose own posts serve any. */
export function publishedLaCodes(viewer: Viewer): readonly string[] | null {
  return viewer.audience === 'practice' ? null : viewer.laCodes;
}

function readsPublished(viewer: Viewer, { employerKind, employerId }: EmployerKey): boolean {
  const isPractice = employerKind === 'practice';
  switch (viewer.audience) {
    case 'practice':
      return isPractice && viewer.practiceId === employerId;
    case 'la': {
      if (!isPractice && !viewer.laCodes.includes(employerId)) return false;
      return seesNamedChildrenOnly(viewer) || (viewer.scopes !== null && hasScope(viewer, 'figures'));
    }
    case 'inspector':
      return false;
  }
}

/** True for those who read single absences, and so may be told any figure of them: managers. */
export function readsAbsences({ role }: Viewer): boolean {
  return role === 'la-manager' || role === 'swp-manager';
}
