import {
  absenceRate,
  agencyCoverRate,
  agencyRate,
  averageCaseload,
  turnoverRate,
  vacancyAgencyCoverRate,
  vacancyRate,
  type Rate,
} from '@mainstay/cswc';
import type { FigureColumn } from './published-figure.columns.ts';
import type { PublishedFigureRow } from './published-figure.entity.ts';

/** A published figure that is one of our indicators: its column, and its formula over the published components. */
export interface PublishedIndicator {
  /** The indicator of staff with the same definition. */
  readonly code: string;
  readonly column: FigureColumn;
  /** True for a rate in per cent; false for a number of people or cases. */
  readonly isShare: boolean;
  /** The columns the formula needs, and the formula; null for what is no rate. */
  readonly formula: {
    readonly parts: readonly FigureColumn[];
    readonly rate: (of: Parts, year: number) => Rate;
  } | null;
}

type Parts = (column: FigureColumn) => number;

function rateOf(
  code: string,
  column: FigureColumn,
  parts: readonly FigureColumn[],
  rate: (of: Parts, year: number) => Rate,
): PublishedIndicator {
  return { code, column, isShare: column !== 'caseload_fte', formula: { parts, rate } };
}

/** The published figures, in the order they are shown. */
export const publishedIndicators: readonly PublishedIndicator[] = [
  rateOf('turnover', 'turnover_rate_fte', ['leavers_fte', 'inpost_fte'], (of) =>
    turnoverRate({ leavers: of('leavers_fte'), inPost: of('inpost_fte') }),
  ),
  rateOf('turnover-headcount', 'turnover_rate_headcount', ['leavers_headcount', 'inpost_headcount'], (of) =>
    turnoverRate({ leavers: of('leavers_headcount'), inPost: of('inpost_headcount') }),
  ),
  { code: 'starters', column: 'starters_headcount', isShare: false, formula: null },
  rateOf('agency', 'agency_rate_fte', ['agency_fte', 'inpost_fte'], (of) =>
    agencyRate({ agency: of('agency_fte'), inPost: of('inpost_fte') }),
  ),
  rateOf('agency-headcount', 'agency_rate_headcount', ['agency_headcount', 'inpost_headcount'], (of) =>
    agencyRate({ agency: of('agency_headcount'), inPost: of('inpost_headcount') }),
  ),
  rateOf('agency-cover', 'agency_cover_rate_fte', ['agency_cover_fte', 'agency_fte'], (of) =>
    agencyCoverRate({ agencyCover: of('agency_cover_fte'), agency: of('agency_fte') }),
  ),
  rateOf('vacancy', 'vacancy_rate_fte', ['vacancy_fte', 'inpost_fte'], (of) =>
    vacancyRate({ vacancies: of('vacancy_fte'), inPost: of('inpost_fte') }),
  ),
  rateOf('vacancy-cover', 'vacancy_agency_cover_rate_fte', ['agency_cover_fte', 'vacancy_fte'], (of) =>
    vacancyAgencyCoverRate({ agencyCover: of('agency_cover_fte'), vacancies: of('vacancy_fte') }),
  ),
  rateOf('absence', 'absence_rate_fte', ['working_days_lost_fte', 'inpost_fte'], (of, year) =>
    absenceRate({ daysLost: of('working_days_lost_fte'), inPost: of('inpost_fte'), year }),
  ),
  rateOf('average-caseload', 'caseload_fte', ['cases', 'case_holders_fte'], (of) =>
    averageCaseload({ cases: of('cases'), caseHolders: of('case_holders_fte') }),
  ),
];

/** The formula over a row's components; null where one of them is no number, or the figure is no rate. */
export function rateFrom(
  { figures, year }: Pick<PublishedFigureRow, 'figures' | 'year'>,
  { formula }: PublishedIndicator,
): Rate | null {
  if (!formula) return null;
  const parts = new Map<FigureColumn, number>();
  for (const column of formula.parts) {
    const figure = figures[column];
    if (typeof figure !== 'number') return null;
    parts.set(column, figure);
  }
  return formula.rate((column) => parts.get(column) ?? 0, year);
}
