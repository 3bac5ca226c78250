import { Breadcrumbs, Link, Page, useViewer } from '@mainstay/web-kit';
import { useId, type ReactNode } from 'react';
import { surveysPath, workforcePath, workforceSections } from '../urls.ts';

/** What a page about the workforce is told. */
export interface WorkforcePageProps {
  /** The section's place below the address of the workforce; empty for the first. */
  readonly section: string;
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly children: ReactNode;
}

/** One section of the workforce, with the way to the others. */
export function WorkforcePage({ section, title, hasErrors = false, children }: WorkforcePageProps) {
  const { organisation } = useViewer();
  const navigation = useId();
  return (
    <Page
      title={title}
      caption={organisation}
      hasErrors={hasErrors}
      before={section === '' ? null : <Breadcrumbs crumbs={[{ text: 'Workforce', to: workforcePath }]} />}
    >
      <nav className="mainstay-parts" aria-labelledby={navigation}>
        <h2 className="govuk-visually-hidden" id={navigation}>
          Parts of the workforce
        </h2>
        <ul className="govuk-list mainstay-parts__list">
          {workforceSections.map(({ path, text }) => (
            <li key={path}>
              <Link
                to={path === '' ? workforcePath : `${workforcePath}/${path}`}
                {...(path === section ? { 'aria-current': 'page' as const } : {})}
              >
                {text}
              </Link>
            </li>
          ))}
          <li>
            <Link to={surveysPath}>Staff surveys</Link>
          </li>
        </ul>
      </nav>
      {children}
    </Page>
  );
}
