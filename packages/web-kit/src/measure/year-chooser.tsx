import { Link } from '../components/link.tsx';

/** The collection years to choose from, as links that put the year into the address. */
export function YearChooser({ years, shown }: { readonly years: readonly number[]; readonly shown: number }) {
  return (
    <nav className="mainstay-years" aria-label="Year">
      <p className="govuk-body mainstay-years__label">Year to 31 March</p>
      <ul className="govuk-list mainstay-years__list">
        {years.map((year) => (
          <li key={year}>
            <Link to={`?year=${year}`} {...(year === shown ? { 'aria-current': 'page' } : {})}>
              {year}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
