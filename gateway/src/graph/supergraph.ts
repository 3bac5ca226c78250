import { readFileSync } from 'node:fs';

/** The composed schema of all subgraphs, as `npm run generate` wrote it. */
export function readSupergraph(): string {
  return readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
}
