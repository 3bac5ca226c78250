import type { Viewer } from '@mainstay/subgraph-kit';

/** Who may draw an authority's lists for an inspection: its analysts and managers. */
export function canDrawLists({ role, audience, breakGlass, laCodes }: Viewer, laCode: string): boolean {
  return (
    audience === 'la' &&
    (role === 'la-analyst' || role === 'la-manager') &&
    breakGlass === null &&
    laCodes.includes(laCode)
  );
}
