import { useLocation } from '../routing/router.tsx';
import { Link } from '../components/link.tsx';
import { formatPeriod } from '../format/format.ts';
import { recordsOpen } from '../session/records-open.ts';
import { useViewer } from '../session/session.tsx';
import { addressOfFilters, PARTS, type BehindFigure, type ChildrenFilters } from './children-filters.ts';

/** Says which figure the list is behind, and leads to its other parts. */
export function PartChooser({
  filters,
  behind,
  indicators,
}: {
  readonly filters: ChildrenFilters;
  readonly behind: BehindFigure;
  readonly indicators: readonly { readonly code: string; readonly title: string }[];
}) {
  const { pathname } = useLocation();
  const open = recordsOpen(useViewer());
  const title = indicators.find(({ code }) => code === behind.indicator)?.title ?? behind.indicator;
  const to = (part: BehindFigure['part']) =>
    `${pathname}${addressOfFilters({ ...filters, behind: { ...behind, part }, after: null })}`;
  return (
    <nav className="mainstay-parts" aria-label="Children behind the figure">
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">
        {formatPeriod(behind.from, behind.to)}
        {open && `. Of the children behind the figure, those ${open} are listed.`}
      </p>
      <ul className="govuk-list mainstay-parts__list">
        {PARTS.map(({ part, words }) => (
          <li key={part}>
            <Link to={to(part)} {...(part === behind.part ? { 'aria-current': 'page' } : {})}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
