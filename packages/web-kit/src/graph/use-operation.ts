import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { OperationError, runOperation, type MissingPart } from './graphql-client.ts';
import type { OperationDocument } from './operation-document.ts';

/** Where a query stands. */
export interface Operation<Data> {
  /** The answer; undefined until the first one came. */
  readonly data: Data | undefined;
  /** What the answer lacks because a part of the platform did not answer. */
  readonly missing: readonly MissingPart[];
  /** Why there is no answer, in words that may be shown. */
  readonly error: Error | null;
  /** True until the first answer or error. */
  readonly isLoading: boolean;
  /** True while an answer is shown and a newer one is on its way. */
  readonly isRefreshing: boolean;
  /** Asks again. */
  readonly retry: () => void;
}

/** How a query is asked. */
export interface OperationOptions<Data> {
  /** False holds the query back, e.g. until its variables are known. */
  readonly isEnabled?: boolean;
  /** True shows the answer to the previous variables until the new one comes: for page-by-page lists. */
  readonly keepPrevious?: boolean;
  /** Asks again after so many milliseconds; false or a function answering false stops. */
  readonly refreshEvery?: number | false | ((data: Data | undefined) => number | false);
}

const nothingMissing: readonly MissingPart[] = [];

/**
 * Asks the graph for a registered query and keeps the answer for the pages that ask the same.
 *
 * @example
 * const today = useOperation(TodayOfLaDocument, { la: viewer.laCode });
 * return <Part title="Stability" operation={today}>{(data) => …}</Part>;
 */
export function useOperation<Data, Variables>(
  document: OperationDocument<Data, Variables>,
  variables: Variables,
  options: OperationOptions<Data> = {},
): Operation<Data> {
  const { refreshEvery = false } = options;
  const query = useQuery({
    queryKey: [document.hash, variables],
    queryFn: ({ signal }) => runOperation(document, variables, signal),
    enabled: options.isEnabled ?? true,
    refetchInterval:
      typeof refreshEvery === 'function' ? (current) => refreshEvery(current.state.data?.data) : refreshEvery,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data?.data,
    missing: query.data?.missing ?? nothingMissing,
    error: query.data ? null : query.error,
    isLoading: query.isPending,
    isRefreshing: query.isFetching && !query.isPending,
    retry: () => void query.refetch(),
  };
}

/** A mutation that a page can run. */
export interface MutationOperation<Data, Variables> {
  /** Runs it; afterwards every query on the page is asked again. Throws `OperationError`, which `error` then holds. */
  readonly run: (variables: Variables) => Promise<Data>;
  readonly isRunning: boolean;
  /** Why the last run failed, in words that may be shown. Expected failures are in the answer, not here. */
  readonly error: Error | null;
}

/** A registered mutation, to be run by a form. */
export function useMutationOperation<Data, Variables>(
  document: OperationDocument<Data, Variables>,
): MutationOperation<Data, Variables> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (variables: Variables) => {
      const { data, missing } = await runOperation(document, variables);
      const [part] = missing;
      if (part) throw new OperationError(part.message, 'PARTIAL');
      return data;
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  return { run: mutation.mutateAsync, isRunning: mutation.isPending, error: mutation.error };
}
