import { useEffect, useRef, type ReactNode } from 'react';

/** One page of the survey: its title in the one `h1` and in the browser's tab. */
export interface SurveyPageProps {
  readonly title: string;
  /** A line above the title, e.g. how far the reader has come. */
  readonly caption?: string | undefined;
  /** What goes back to the page before. */
  readonly before?: ReactNode;
  readonly hasErrors?: boolean;
  /** True for questions whose answers lie beside each other. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

let shown: string | undefined;

/** Draws a page, and on the way to it moves the focus to its title, as a browser does on loading a document. */
export function SurveyPage({ title, caption, before, hasErrors, isWide, children }: SurveyPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} – Mainstay`;
  }, [title, hasErrors]);
  useEffect(() => {
    const isFirst = shown === undefined;
    if (shown === title) return;
    shown = title;
    if (isFirst) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="govuk-width-container">
      {before}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        <div className={isWide ? 'survey-column survey-column--wide' : 'survey-column'}>
          {caption && <span className="govuk-caption-l">{caption}</span>}
          <h1 className="govuk-heading-l" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </div>
      </main>
    </div>
  );
}
