import type { Viewer } from '@mainstay/subgraph-kit';

/** The authority whose analyst or manager loads published figures; null for everybody else, and under a broken glass. */
export function loadingAuthority({ role, laCodes, breakGlass }: Viewer): string | null {
  const mayLoad = (role === 'la-analyst' || role === 'la-manager') && breakGlass === null;
  return mayLoad ? (laCodes[0] ?? null) : null;
}
