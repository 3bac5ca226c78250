import { createContext, useContext } from 'react';
import { OperationError } from './graphql-client.ts';

/** The broken glass under which a part of the page asks the graph. */
export interface Glass {
  readonly id: string;
  /**
   * Told the error of every query that failed under it, in order to notice that the glass is over.
   *
   * @throws the same error: it is the query's answer all the same.
   */
  readonly told: (error: unknown) => never;
}

const GlassContext = createContext<Glass | null>(null);

/** Everything inside asks the graph under `glass`: it sees one child's record and nothing else. */
export const GlassProvider = GlassContext;

/** The broken glass around this part of the page; null nearly everywhere. */
export function useGlass(): Glass | null {
  return useContext(GlassContext);
}

/** What the keys of answers begin with that were given under a glass; empty without one. */
export function glassPrefix(glass: Pick<Glass, 'id'> | null): string {
  return glass ? `under ${glass.id} ` : '';
}

/** True when the gateway refused a query because its glass has been ended, has run out, or is another person's. */
export function isGlassOver(error: unknown): boolean {
  return error instanceof OperationError && error.code === 'BREAK_GLASS_OVER';
}
