import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from '../routing/router.tsx';
import { classNames } from '../components/class-names.ts';

/** One page: the title is in its one `h1` and in the browser's tab. */
export interface PageProps {
  /** What the page is about, without a name of a person: it ends up in histories and bookmarks. */
  readonly title: string;
  /** A line above the title: what the page belongs to. */
  readonly caption?: ReactNode;
  /** Breadcrumbs or a back link, above the page. */
  readonly before?: ReactNode;
  /** Shown to the right of the title, where there is room. */
  readonly aside?: ReactNode;
  /** True when a form on it has faults: the browser's tab then begins with `Error:`. */
  readonly hasErrors?: boolean;
  /** True holds the text to a column that reads well; a page of figures takes the whole width. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

const service = 'Mainstay';
let shownPath: string | undefined;

/** Draws a page, and on the way to it moves the focus to its title, as a browser does on loading a document. */
export function Page({ title, caption, before, aside, hasErrors, isNarrow, children }: PageProps) {
  const { pathname, isReturn } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} – ${service}`;
  }, [title, hasErrors]);
  useEffect(() => {
    // The first page is the browser's own navigation: the focus is already where the reader expects it.
    const isFirst = shownPath === undefined;
    if (shownPath === pathname) return;
    shownPath = pathname;
    if (isFirst) return;
    if (!isReturn) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname, isReturn]);
  return (
    <div className="govuk-width-container">
      {before}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        <div className="mainstay-page__head">
          <div className="mainstay-page__title">
            {caption && <span className="govuk-caption-l">{caption}</span>}
            <h1 className="govuk-heading-l" ref={heading} tabIndex={-1}>
              {title}
            </h1>
          </div>
          {aside && <div className="mainstay-page__aside">{aside}</div>}
        </div>
        <div className={classNames(isNarrow && 'mainstay-page__narrow')}>{children}</div>
      </main>
    </div>
  );
}
