import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';

/** One fault of a form. `fieldId` is the id of the field that mends it. */
export interface FormFault {
  readonly message: string;
  readonly fieldId?: string;
}

/** What is wrong with a form, with a link to each field. */
export interface ErrorSummaryProps {
  readonly title?: string;
  readonly faults: readonly FormFault[];
  readonly children?: ReactNode;
}

/** GOV.UK's error summary: it takes the focus when it appears and when its faults change. Shows nothing without faults. */
export function ErrorSummary({ title = 'There is a problem', faults, children }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const words = faults.map((fault) => fault.message).join('\n');
  useEffect(() => {
    if (words) summary.current?.focus();
  }, [words]);
  if (faults.length === 0) return null;
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {children}
          <ul className="govuk-list govuk-error-summary__list">
            {faults.map((fault) => (
              <li key={`${fault.fieldId ?? ''}${fault.message}`}>
                {fault.fieldId ? (
                  <a href={`#${fault.fieldId}`} onClick={focusField}>
                    {fault.message}
                  </a>
                ) : (
                  fault.message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Goes to the field itself, with its label or legend in view, not merely to its place on the page. */
function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const label =
    field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${field.id}"]`);
  (label ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
