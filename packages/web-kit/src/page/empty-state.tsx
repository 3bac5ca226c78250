import type { ReactNode } from 'react';

/** Stands where there is nothing yet: what would be here, and how it comes to be. */
export interface EmptyStateProps {
  /** That there is nothing, e.g. `No return has been imported`. */
  readonly title: string;
  /** What would fill it, with a link or a button to do so. */
  readonly children?: ReactNode;
}

/** Says what is not there and what would fill the place. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="mainstay-empty">
      <p className="govuk-heading-s">{title}</p>
      {children && <div className="govuk-body">{children}</div>}
    </div>
  );
}
