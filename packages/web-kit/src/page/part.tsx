import type { ReactNode } from 'react';
import type { Operation } from '../graph/use-operation.ts';
import { Loading, type LoadingProps } from './loading.tsx';
import { PartMissing } from './part-missing.tsx';

/** A part of a page that one query fills. */
export interface PartProps<Data> {
  /** What the part is, for a reader who is told that it loads or is missing, e.g. `Stability`. */
  readonly what: string;
  readonly operation: Operation<Data>;
  /** The shape to keep while it loads. */
  readonly shape?: LoadingProps['shape'];
  readonly count?: number;
  /** True when the children themselves say what is missing of an answer; otherwise a note above them does. */
  readonly showsWhatIsMissing?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, missing, or the data: the three states of a query, drawn the same way everywhere. */
export function Part<Data>({ what, operation, shape, count, showsWhatIsMissing, children }: PartProps<Data>) {
  const { data, missing, error, retry, isRefreshing } = operation;
  if (data === undefined) {
    if (error) return <PartMissing what={what} reason={error.message} onRetry={retry} />;
    return <Loading what={what} {...(shape ? { shape } : {})} {...(count ? { count } : {})} />;
  }
  return (
    <div aria-busy={isRefreshing || undefined}>
      {missing[0] && !showsWhatIsMissing && (
        <PartMissing
          what={`A part of ${what.charAt(0).toLowerCase()}${what.slice(1)}`}
          reason={missing[0].message}
          onRetry={retry}
        />
      )}
      {children(data)}
    </div>
  );
}
