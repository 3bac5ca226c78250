import type { Subgraph, SubgraphOptions } from './subgraph.ts';

/** Makes a subgraph of its modules. */
export function createSubgraph<Context>(_options: SubgraphOptions<Context>): Subgraph {
  throw new Error('not built yet');
}
