import type { PublishedStaffFigureFragment } from '../../generated/operations.ts';
import { missingInWords, valueInWords } from '../../measure/measure-words.ts';
import type { Measure } from '../../measure/measure.ts';

/** A published figure beside one's own: whose it is, of which year, and the figure or why there is none. */
export interface Beside {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly figure: string;
  readonly note: string;
}

/** The year of the published baseline of turnover and vacancies. */
const BASELINE = 2005;

/** The last day of the newest year of the workforce census that has ended by a day. */
export function lastCensusDay(today: string): string {
  const year = Number(today.slice(0, 4));
  const day = `${year}-09-30`;
  return today > day ? day : `${year - 1}-09-30`;
}

/**
 * What is published of the same: of each authority, region and England the newest year up to the measure's own, and the
 * baseline where there is one.
 */
export function besideOf(
  measure: Pick<Measure, 'indicator' | 'to'>,
  published: readonly PublishedStaffFigureFragment[],
): readonly Beside[] {
  const year = Number(measure.to.slice(0, 4));
  const same = published.filter(({ indicator, year: of }) => indicator.code === measure.indicator.code && of <= year);
  const newest = new Map<string, PublishedStaffFigureFragment>();
  for (const figure of same) {
    const held = newest.get(figure.code);
    if (figure.year !== BASELINE && (!held || figure.year > held.year)) newest.set(figure.code, figure);
  }
  const baseline = same.filter((figure) => figure.year === BASELINE);
  return [...newest.values(), ...baseline].map((figure) => ({
    key: `${figure.code} ${figure.year}`,
    name: figure.name,
    year: figure.year,
    figure:
      figure.result.__typename === 'Known'
        ? valueInWords(figure.result.value, figure.result.unit)
        : missingInWords(figure.result).heading,
    note: [
      figure.result.__typename === 'Known' ? '' : missingInWords(figure.result).text,
      figure.returnedWith.length > 0 ? `Returned together with ${figure.returnedWith.join(', ')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }));
}

/** Published figures without those that several authorities tell of alike: England, a shared region. */
export function withoutTwice(published: readonly PublishedStaffFigureFragment[]): PublishedStaffFigureFragment[] {
  return [
    ...new Map(published.map((figure) => [`${figure.code} ${figure.year} ${figure.indicator.code}`, figure])).values(),
  ];
}
