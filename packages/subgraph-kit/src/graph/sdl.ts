import { readFileSync } from 'node:fs';
import type { SharedSdl, SubgraphModule } from './subgraph.ts';

/** The text of a `.graphql` file that lies beside the module which names it: `sdlOf(import.meta.url, 'child.graphql')`. */
export function sdlOf(importMetaUrl: string, file: string): string {
  return readFileSync(new URL(file, importMetaUrl), 'utf8');
}

/** The parts of a subgraph's schema in order: what all share, what it asked for, its modules. */
export function sdlParts(source: {
  modules: readonly Pick<SubgraphModule<never>, 'sdl'>[];
  sharedSdl?: readonly SharedSdl[];
}): string[] {
  const shared = ['base', ...(source.sharedSdl ?? [])].map((part) => sdlOf(import.meta.url, `${part}.graphql`));
  return [...shared, ...source.modules.map((module) => module.sdl)];
}
