import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { canReadEmployment } from '../employment/employment.policy.ts';

/** Who may import an authority's workforce census, and export it: its analysts and managers, and not under a broken glass. */
export function canImportCensus({ role, laCodes, breakGlass }: Viewer, laCode: string): boolean {
  return (role === 'la-analyst' || role === 'la-manager') && breakGlass === null && laCodes.includes(laCode);
}

/** Who may read what a census says of single workers: the authority's own staff and machines that read its posts. */
export function canReadCensus(viewer: Viewer, laCode: string, today: PlainDate): boolean {
  return viewer.audience === 'la' && canReadCensusFigures(viewer, laCode, today);
}

/** Who is told the figures of an authority's census: whoever may read its posts, inspectors among them. */
export function canReadCensusFigures(viewer: Viewer, laCode: string, today: PlainDate): boolean {
  return canReadEmployment(viewer, { laCode, employerKind: 'local-authority', employerId: laCode }, today);
}
