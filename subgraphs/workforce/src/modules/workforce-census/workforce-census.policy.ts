import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { canReadEmployment } from '../employment/employment.policy.ts';

/**
 * Who may import an authority's workforce census, read what it says of workers, and export it: its analysts and managers.
 *
 * Nobody else, as with the return of looked after children: a census holds dates of birth, ethnicity, sickness and pay of
 * everybody, so colleagues, commissioners, inspectors and machines see what is made of it and not the rows. Nor anybody
 * under a broken glass.
 */
export function canUseCensus({ role, laCodes, breakGlass }: Viewer, laCode: string): boolean {
  return (role === 'la-analyst' || role === 'la-manager') && breakGlass === null && laCodes.includes(laCode);
}

/** Who is told the figures of an authority's census: whoever may read its posts, inspectors among them. */
export function canReadCensusFigures(viewer: Viewer, laCode: string, today: PlainDate): boolean {
  return canReadEmployment(viewer, { laCode, employerKind: 'local-authority', employerId: laCode }, today);
}
