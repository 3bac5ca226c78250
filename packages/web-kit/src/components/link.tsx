import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from '../routing/router.tsx';
import { classNames } from './class-names.ts';

/** A link to a page of this service (a whole path, or `?…` of this page), or to another site (`https:`, `mailto:`). */
export interface LinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'page';
  readonly rel?: 'prev' | 'next';
  /** Saves what `to` points to under this name instead of opening it. */
  readonly download?: string;
}

/** A link as GOV.UK draws it. Inside the service it changes the page without loading the shell again. */
export function Link({ className, ...props }: LinkProps) {
  return <Anchor {...props} className={classNames('govuk-link', className) ?? ''} />;
}

/** A link without any look of its own. */
export function Anchor({ to, children, ...props }: LinkProps) {
  const navigate = useNavigate();
  // A hash is a place on this page, and a download or another site is not ours to draw.
  const isOurs = !/^[a-z]+:|^#|^\/\//.test(to) && props.download === undefined;
  const follow = (event: MouseEvent) => {
    // With a modifier key, or another button, the browser opens a tab or a window: that is its own affair.
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isOurs || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} onClick={follow} {...props}>
      {children}
    </a>
  );
}
