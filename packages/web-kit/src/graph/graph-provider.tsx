import { createContext, useContext, useState, type ReactNode } from 'react';
import { OperationCache } from './operation-cache.ts';

const GraphContext = createContext<OperationCache | null>(null);

/** Keeps the answers of the graph for everything inside it. The shell has one; a test has its own. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const [cache] = useState(() => new OperationCache());
  return <GraphContext value={cache}>{children}</GraphContext>;
}

/**
 * The answers kept for this page.
 *
 * @throws Error outside a GraphProvider.
 */
export function useOperationCache(): OperationCache {
  const cache = useContext(GraphContext);
  if (!cache) throw new Error('There is no GraphProvider.');
  return cache;
}
