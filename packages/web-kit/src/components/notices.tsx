import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Words set apart from the text around them. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

/** A warning of what may follow. `fallback` is what a screen reader says for the exclamation mark. */
export function WarningText({ children, fallback = 'Warning' }: { children: ReactNode; fallback?: string }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{fallback}</span> {children}
      </strong>
    </div>
  );
}

/** Something that happened and that the reader should know before going on. */
export interface NotificationBannerProps {
  /** The one sentence that says it. */
  readonly heading: ReactNode;
  /** Whatever follows that sentence. */
  readonly children?: ReactNode;
  /** Said above: `Important`, or `Success` for a success. */
  readonly title?: string;
  readonly isSuccess?: boolean;
}

/** GOV.UK's notification banner; a success is announced at once. */
export function NotificationBanner({ heading, children, isSuccess, title }: NotificationBannerProps) {
  const titleId = useId();
  return (
    <div
      className={classNames('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success')}
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? (isSuccess ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </div>
  );
}

/** What a tag's colour may be. Colour is never the only sign: the words carry the meaning. */
export type TagColour = 'blue' | 'grey' | 'green' | 'turquoise' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow';

/** The state of a thing in a word or two. */
export function Tag({ children, colour }: { children: ReactNode; colour?: TagColour }) {
  return (
    <strong className={classNames('govuk-tag', colour && colour !== 'blue' && `govuk-tag--${colour}`)}>
      {children}
    </strong>
  );
}
