import type { Viewer } from '@mainstay/subgraph-kit';

/** Who lets machines in, shuts them out and reads which there are: managers of the authority. */
export function canManageCredentials(viewer: Viewer, laCode: string): boolean {
  return viewer.role === 'la-manager' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
