import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { glassPrefix, useGlass } from './glass.tsx';
import { useOperationCache } from './graph-provider.tsx';
import { OperationError, runOperation, type Answer, type MissingPart } from './graphql-client.ts';
import type { CachedOperation } from './operation-cache.ts';
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
  /** Asks again so many milliseconds after each answer; false, or a function answering false, stops. */
  readonly refreshEvery?: number | false | ((data: Data | undefined) => number | false);
}

const nothingMissing: readonly MissingPart[] = [];
const heldBack: CachedOperation = { answer: undefined, error: null, isFetching: false };

/**
 * Asks the graph for a registered query and keeps the answer for the pages that ask the same. Inside a `GlassProvider` it
 * asks under that broken glass, and what it is told there is kept apart.
 *
 * @example
 * const today = useOperation(TodayOfLaDocument, { la: viewer.laCode });
 * return <Part what="Stability" operation={today}>{(data) => …}</Part>;
 */
export function useOperation<Data, Variables>(
  document: OperationDocument<Data, Variables>,
  variables: Variables,
  options: OperationOptions<Data> = {},
): Operation<Data> {
  const { isEnabled = true, keepPrevious = false, refreshEvery = false } = options;
  const cache = useOperationCache();
  const glass = useGlass();
  const { name, hash } = document;
  const asked = JSON.stringify(variables);
  const key = `${glassPrefix(glass)}${hash}${asked}`;
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!isEnabled) return () => {};
      // Read back from the text: the object is another one at every drawing, the text is not.
      const ask = (signal: AbortSignal) => {
        const answer = runOperation({ name, hash }, JSON.parse(asked) as unknown, {
          signal,
          breakGlass: glass?.id ?? null,
        });
        return glass ? answer.catch((error: unknown) => glass.told(error)) : answer;
      };
      return cache.open(key, ask, changed);
    },
    [cache, key, isEnabled, name, hash, asked, glass],
  );
  const state = useSyncExternalStore(subscribe, () => (isEnabled ? cache.read(key) : heldBack));
  const answer = state.answer as Answer<Data> | undefined;
  const [previous, setPrevious] = useState(answer);
  if (answer && answer !== previous) setPrevious(answer);
  const shown = answer ?? (keepPrevious && !state.error ? previous : undefined);
  const pause = typeof refreshEvery === 'function' ? refreshEvery(answer?.data) : refreshEvery;
  useEffect(() => {
    if (!pause || state.isFetching) return;
    const timer = setTimeout(() => cache.refresh(key), pause);
    return () => clearTimeout(timer);
  }, [cache, key, pause, state]);
  return {
    data: shown?.data,
    missing: shown?.missing ?? nothingMissing,
    error: answer ? null : state.error,
    isLoading: !shown && !state.error,
    isRefreshing: state.isFetching && shown !== undefined,
    retry: () => cache.refresh(key),
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

/** A registered mutation, to be run by a form. It is never sent under a broken glass, which changes nothing. */
export function useMutationOperation<Data, Variables>(
  document: OperationDocument<Data, Variables>,
): MutationOperation<Data, Variables> {
  const cache = useOperationCache();
  const [state, setState] = useState<{ isRunning: boolean; error: Error | null }>({ isRunning: false, error: null });
  const run = async (variables: Variables) => {
    setState({ isRunning: true, error: null });
    try {
      const { data, missing } = await runOperation(document, variables);
      const [part] = missing;
      if (part) throw new OperationError(part.message, 'PARTIAL');
      setState({ isRunning: false, error: null });
      return data;
    } catch (error) {
      setState({ isRunning: false, error: error as Error });
      throw error;
    } finally {
      // Even a failed mutation may have changed something before it failed.
      cache.invalidate();
    }
  };
  return { run, ...state };
}
