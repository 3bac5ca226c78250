import { systemClock } from '@mainstay/primitives';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from '../routing/router.tsx';
import {
  lastCompleteYear,
  newestYearWithData,
  yearFromAddress,
  yearsToChoose,
  type YearsKnown,
} from './figure-year.ts';
import { YearChooser } from './year-chooser.tsx';

/** The collection year of a page of figures, from its address; the newest that has ended until the data say better. */
export function useFigureYear(): { readonly year: number; readonly isAsked: boolean } {
  const [search] = useSearchParams();
  const today = systemClock.today();
  const asked = yearFromAddress(search, today);
  return { year: asked ?? lastCompleteYear(today), isAsked: asked !== null };
}

/**
 * A heading and a chooser of years above the figures of the chosen one. When the address asks for none it goes on to the newest with
 * data, and says so in the address.
 */
export function FiguresOfYear({
  known,
  heading = 'Figures',
  children,
}: {
  readonly known: YearsKnown;
  /** What is below, without its year. */
  readonly heading?: string;
  readonly children: ReactNode;
}) {
  const { year, isAsked } = useFigureYear();
  const today = systemClock.today();
  const newest = newestYearWithData(known, today);
  if (!isAsked && newest !== year) return <Navigate to={`?year=${newest}`} replace />;
  return (
    <>
      <h2 className="govuk-heading-m">
        {heading} for the year to 31 March {year}
      </h2>
      <YearChooser years={yearsToChoose(known, year, today)} shown={year} />
      {children}
    </>
  );
}
