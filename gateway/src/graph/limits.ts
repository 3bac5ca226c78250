/** What one request may ask of the graph. Whatever is beyond is refused before it is planned. */
export interface Limits {
  /** Bytes of the body. */
  readonly bodyBytes: number;
  /** Milliseconds within which the body must arrive. */
  readonly bodyMs: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields inside one another, fragments followed. */
  readonly depth: number;
  /** Aliased fields, fragments counted as often as they are spread. */
  readonly aliases: number;
  /** Fields at the top of an operation. */
  readonly rootFields: number;
  /** Directives in the document. */
  readonly directives: number;
  /** Objects that may have to be made: see cost.ts. */
  readonly cost: number;
  /** Points that one client may spend in a minute: see budget.ts. `Infinity` for no budget at all. */
  readonly costPerMinute: number;
  /** Milliseconds for all calls to subgraphs together. */
  readonly requestMs: number;
  /** Milliseconds for one call to a subgraph. */
  readonly subgraphMs: number;
  /** Bytes of one uploaded file. */
  readonly uploadBytes: number;
}

/**
 * Depth 15 admits the way through all three subgraphs: authority, practices, contracts, children (connection, edge,
 * node), lead professional, employments, employer, name. The other figures are argued in docs/api.md.
 */
export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  bodyMs: 15_000,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 20,
  cost: 20_000,
  costPerMinute: 2_000_000,
  requestMs: 10_000,
  subgraphMs: 8_000,
  uploadBytes: 256 * 1024 * 1024,
};
