/** One column of figures: its name in the file of indicators, and in the file of headline measures where it differs. */
interface FigureColumnSpec {
  readonly name: string;
  readonly headline?: string;
  /** True where the file of headline measures has no such column. */
  readonly isOptional?: true;
}

const specs = [
  { name: 'inpost_fte', headline: 'social_worker_fte' },
  { name: 'inpost_headcount', headline: 'social_worker_headcount' },
  { name: 'starters_fte', isOptional: true },
  { name: 'starters_headcount', isOptional: true },
  { name: 'leavers_fte', headline: 'leaver_fte' },
  { name: 'leavers_headcount', headline: 'leaver_headcount' },
  { name: 'turnover_rate_fte', headline: 'turnover_rate_fte_%' },
  { name: 'turnover_rate_headcount', headline: 'turnover_rate_headcount_%' },
  { name: 'agency_fte' },
  { name: 'agency_headcount' },
  { name: 'agency_rate_fte', headline: 'agency_worker_rate_fte_%' },
  { name: 'agency_rate_headcount', headline: 'agency_worker_rate_headcount_%' },
  { name: 'agency_cover_fte' },
  { name: 'agency_cover_rate_fte', headline: 'agency_cover_rate_fte_%' },
  { name: 'vacancy_fte' },
  { name: 'vacancy_rate_fte', headline: 'vacancy_rate_fte_%' },
  { name: 'vacancy_agency_cover_rate_fte', headline: 'vacancy_agency_cover_rate_fte_%' },
  { name: 'case_holders_fte' },
  { name: 'cases' },
  { name: 'caseload_fte' },
  { name: 'working_days_lost_fte' },
  { name: 'absence_rate_fte', headline: 'absence_rate_fte_%' },
] as const satisfies readonly FigureColumnSpec[];

/** The name of a column of figures. Whole-time equivalents end with `_fte`, people with `_headcount`; rates are per cent. */
export type FigureColumn = (typeof specs)[number]['name'];

/** The columns that say whose figures a row holds; both files have them. */
export const placeColumns = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
] as const;

/** The name of a column that says whose figures a row holds. */
export type PlaceColumn = (typeof placeColumns)[number];

/** The column of figures that a heading names in either file; null when it is none. */
export function figureColumnCalled(heading: string): FigureColumn | null {
  const spec = specs.find((each: FigureColumnSpec) => each.name === heading || each.headline === heading);
  return spec?.name ?? null;
}

/** The columns of figures that every file has. */
export const neededFigureColumns: readonly FigureColumn[] = specs
  .filter((spec: FigureColumnSpec) => spec.isOptional !== true)
  .map(({ name }) => name);
