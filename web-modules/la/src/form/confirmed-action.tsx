import { Button, ButtonGroup, WarningText } from '@mainstay/web-kit';
import { useEffect, useId, useRef, useState } from 'react';

/** Something that cannot be undone, behind a button and a second one. */
export interface ConfirmedActionProps {
  /** What the first button says, e.g. `Revoke`. */
  readonly label: string;
  /** Added for those who hear the button alone, e.g. `Case system`. */
  readonly about?: string;
  /** What will follow, in one sentence. */
  readonly warning: string;
  /** What the second button says, e.g. `Revoke it now`. */
  readonly confirm: string;
  /** Does it; what it throws is shown. */
  readonly run: () => Promise<unknown>;
  /** True draws the first button as a link in a row of a table. */
  readonly isLink?: boolean;
}

/** Asks once more before something is done that takes effect at once. */
export function ConfirmedAction({ label, about, warning, confirm, run, isLink }: ConfirmedActionProps) {
  const [isAsking, setAsking] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<string>();
  const id = useId();
  const question = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) question.current?.focus();
    // Whoever thinks better of it goes on where they were.
    else if (wasAsking.current) document.getElementById(id)?.focus();
    wasAsking.current = isAsking;
  }, [isAsking, id]);
  const act = () => {
    setError(undefined);
    setRunning(true);
    run()
      .then(() => setAsking(false))
      .catch((reason: Error) => setError(reason.message))
      .finally(() => setRunning(false));
  };
  const words = (
    <>
      {label}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </>
  );
  if (!isAsking) {
    if (!isLink)
      return (
        <Button kind="warning" type="button" id={id} onClick={() => setAsking(true)}>
          {words}
        </Button>
      );
    return (
      <button type="button" className="mainstay-link-button" id={id} onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  }
  return (
    <div ref={question} tabIndex={-1} role="group" aria-label={`${label}${about ? ` ${about}` : ''}`}>
      <WarningText>{warning}</WarningText>
      {error && (
        <p className="govuk-error-message" role="alert">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <ButtonGroup>
        <Button kind="warning" type="button" onClick={act} isDisabled={isRunning}>
          {confirm}
        </Button>
        <Button kind="secondary" type="button" onClick={() => setAsking(false)}>
          Cancel
        </Button>
      </ButtonGroup>
    </div>
  );
}
