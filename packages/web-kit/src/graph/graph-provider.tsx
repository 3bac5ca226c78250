import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { OperationError } from './graphql-client.ts';

const minute = 60_000;

/** Keeps the answers of the graph for everything inside it. The shell has one; a test has its own. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: minute, gcTime: 10 * minute, refetchOnWindowFocus: false, retry: isWorthRetrying },
        },
      }),
  );
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

/** Once more when the line failed; what the graph refused, it would refuse again. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof OperationError && error.code === 'NETWORK';
}
