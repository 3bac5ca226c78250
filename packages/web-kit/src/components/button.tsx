import type { MouseEventHandler, ReactNode } from 'react';
import { Anchor } from './link.tsx';
import { classNames } from './class-names.ts';

/** A button; with `to` a link that looks like one. */
export interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'secondary' | 'warning' | 'inverse';
  /** Submits the form it stands in, unless it is said to be a plain `button`. */
  readonly type?: 'submit' | 'button';
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly to?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
}

/** GOV.UK's button. */
export function Button({
  children,
  kind = 'primary',
  type = 'submit',
  to,
  isDisabled,
  className,
  ...rest
}: ButtonProps) {
  const classes = classNames('govuk-button', kind !== 'primary' && `govuk-button--${kind}`, className);
  if (to !== undefined) {
    return (
      <Anchor to={to} className={classes ?? ''}>
        {children}
      </Anchor>
    );
  }
  return (
    <button
      type={type}
      className={classes}
      data-module="govuk-button"
      {...(isDisabled ? { disabled: true, 'aria-disabled': true } : {})}
      {...rest}
    >
      {children}
    </button>
  );
}

/** Buttons beside each other. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
