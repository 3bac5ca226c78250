import { Link, useSearchParams } from '@mainstay/web-kit';
import { addressOf, periodFromAddress, periodsToChoose, today, type RatesPeriod } from './rates/rates-period.ts';

/** The twelve months that a page is about, from its address. */
export function usePeriod(): RatesPeriod {
  const [search] = useSearchParams();
  return periodFromAddress(search, today());
}

/** The twelve months to choose from, as links. */
export function PeriodChooser({ period }: { readonly period: RatesPeriod }) {
  const now = today();
  return (
    <nav className="mainstay-years" aria-label="Year">
      <p className="govuk-body mainstay-years__label">Year to 30 September</p>
      <ul className="govuk-list mainstay-years__list">
        {periodsToChoose(now).map((one) => (
          <li key={one.lastDay}>
            <Link
              to={`?to=${addressOf(one, now)}`}
              {...(one.lastDay === period.lastDay ? { 'aria-current': 'page' as const } : {})}
            >
              {one.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
