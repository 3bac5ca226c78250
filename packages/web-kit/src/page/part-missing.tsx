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
      <p className="govuk-body mainstay-part-missing__title">{what} cannot be shown at the moment</p>
      {reason && <p className="govuk-body">{reason}</p>}
      {onRetry && (
        <Button kind="secondary" type="button" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
