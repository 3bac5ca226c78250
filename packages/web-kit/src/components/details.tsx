import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Text that opens under a line: for what a few readers need. */
export interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  readonly className?: string;
}

/** GOV.UK's details. */
export function Details({ summary, children, isOpen, className }: DetailsProps) {
  return (
    <details className={classNames('govuk-details', className)} open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
