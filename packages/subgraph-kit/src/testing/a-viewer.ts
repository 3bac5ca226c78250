import type { Viewer } from '../viewer.ts';

/** A viewer for a test: an analyst of Birmingham unless told otherwise. */
export function aViewer(parts: Partial<Viewer> = {}): Viewer {
  return {
    subject: 'test',
    role: 'la-analyst',
    audience: 'la',
    laCodes: ['E08000025'],
    practiceId: null,
    inspection: null,
    namedChildIds: [],
    hiddenChildIds: [],
    breakGlass: null,
    scopes: null,
    requestId: 'test-request',
    ...parts,
  };
}
