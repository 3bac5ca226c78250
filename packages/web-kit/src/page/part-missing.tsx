import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';

/** A part of a page that could not be had. */
export interface PartMissingProps {
  /** What is missing, e.g. `Staffing`. */
  readonly what: string;
  /** Why, and what to do. */
  readonly reason?: ReactNode;
  /** Offers `Try again`. */
  readonly onRetry?: () => void;
}

/** Says that a part is missing and leaves the rest of the page as it is. */
export function PartMissing({ what, reason, onRetry }: PartMissingProps) {
  return (
    <div className="mainstay-part-missing" role="alert">
      <p className="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
        {what} cannot be shown at the moment
      </p>
      {reason && <p className="govuk-body-s govuk-!-margin-bottom-2">{reason}</p>}
      {onRetry && (
        <Button kind="secondary" type="button" className="govuk-!-margin-bottom-0" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
