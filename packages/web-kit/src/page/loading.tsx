/** What is on its way, in the shape it will have. */
export interface LoadingProps {
  /** What is loading, e.g. `Stability`. */
  readonly what?: string;
  /** The shape to keep, so that nothing jumps when it comes. */
  readonly shape?: 'text' | 'table' | 'cards' | 'chart';
  /** Rows of a table, cards, or lines of text. */
  readonly count?: number;
}

/** A grey likeness of what is loading; announced once, and quietly. */
export function Loading({ what = 'this part', shape = 'text', count = shape === 'table' ? 10 : 3 }: LoadingProps) {
  return (
    <div className={`mainstay-loading mainstay-loading--${shape}`}>
      <p role="status" className="govuk-visually-hidden">
        Loading {what}
      </p>
      <div aria-hidden="true" className="mainstay-loading__shape">
        {Array.from({ length: shape === 'chart' ? 1 : count }, (_, index) => (
          <div key={index} className="mainstay-loading__bone" />
        ))}
      </div>
    </div>
  );
}
