import { BadInputError, ForbiddenError, NotFoundError, type Role, type Viewer } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Staff } from '../../record/staff-record-row.ts';

const KEEPERS: readonly Role[] = ['la-worker', 'la-manager', 'swp-worker', 'swp-manager'];

/** True when the viewer keeps a time diary: social workers and their managers, each their own. */
export function keepsTimeDiary(viewer: Viewer): boolean {
  return viewer.breakGlass === null && KEEPERS.includes(viewer.role);
}

/** @throws ForbiddenError when the viewer's role keeps no time diary. */
export function requireDiarist(viewer: Viewer): void {
  if (!keepsTimeDiary(viewer)) throw new ForbiddenError('Social workers and their managers keep time diaries.');
}

/**
 * For whom the viewer works, and for which authority's children.
 *
 * @throws ForbiddenError when the viewer's role keeps no time diary; NotFoundError when the authority is none the viewer works
 * for; RecordFault when there are several and none was named.
 */
export function diaristOf(viewer: Viewer, la: string | null): Staff {
  requireDiarist(viewer);
  if (la !== null && !viewer.laCodes.includes(la)) throw new NotFoundError('There is no such employer.');
  const [only, another] = viewer.laCodes;
  if (only === undefined) throw new BadInputError('Your practice serves no authority at present.');
  if (la === null && another !== undefined) {
    throw new RecordFault('la', 'Your practice serves several authorities. Say for whose children the work was.');
  }
  const laCode = la ?? only;
  return viewer.practiceId === null
    ? { laCode, employerKind: 'local-authority', employerId: laCode }
    : { laCode, employerKind: 'practice', employerId: viewer.practiceId };
}
