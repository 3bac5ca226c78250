import { Anchor } from './link.tsx';

/** A link back to where the reader came from. */
export function BackLink({ to, children = 'Back' }: { to: string; children?: string }) {
  return (
    <Anchor to={to} className="govuk-back-link">
      {children}
    </Anchor>
  );
}

/** A step on the way to this page. */
export interface Crumb {
  readonly text: string;
  readonly to: string;
}

/** The way to this page, without the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {crumbs.map((crumb) => (
          <li className="govuk-breadcrumbs__list-item" key={crumb.to}>
            <Anchor to={crumb.to} className="govuk-breadcrumbs__link">
              {crumb.text}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The first stop of the Tab key: past the header to the page itself. */
export function SkipLink() {
  return (
    <a
      href="#main-content"
      className="govuk-skip-link"
      data-module="govuk-skip-link"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}
