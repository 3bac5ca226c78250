import type { DocumentNode } from 'graphql';
import { parseWithinLimits } from './document-limits.ts';
import type { Limits } from './limits.ts';

const mostKept = 1_000;
const longestKept = 20_000;

/** Reads documents within the limits, and remembers those read last. */
export class DocumentReader {
  readonly #limits: Limits;
  readonly #known = new Map<string, DocumentNode>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The document of a query's text. Throws GraphQLError when it does not parse or is beyond the limits. */
  read(query: string): DocumentNode {
    const known = this.#known.get(query);
    if (known) return known;
    const document = parseWithinLimits(query, this.#limits);
    if (query.length > longestKept) return document;
    if (this.#known.size >= mostKept) {
      const oldest = this.#known.keys().next();
      if (!oldest.done) this.#known.delete(oldest.value);
    }
    this.#known.set(query, document);
    return document;
  }
}
