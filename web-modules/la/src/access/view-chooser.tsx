import { Link } from '@mainstay/web-kit';

/** One of the ways to look at a list. */
export interface View {
  readonly to: string;
  readonly words: string;
  readonly isCurrent: boolean;
}

/** Links from one view of a list to the others. */
export function ViewChooser({ label, views }: { readonly label: string; readonly views: readonly View[] }) {
  return (
    <nav aria-label={label}>
      <ul className="govuk-list mainstay-parts__list">
        {views.map(({ to, words, isCurrent }) => (
          <li key={to}>
            <Link to={to} {...(isCurrent ? { 'aria-current': 'page' } : {})}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
