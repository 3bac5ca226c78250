import type { Measure } from '@mainstay/web-kit';
import type { PublishedBesideFragment } from '../../generated/operations.ts';

type Published = PublishedBesideFragment;

/** One figure beside others: what it reads, and of when and of whom it is. */
export interface BesideCell {
  readonly text: string;
  readonly note: string;
}

/** A rate, and the same rate elsewhere. Null where there is none. */
export interface BesideRow {
  readonly code: string;
  readonly title: string;
  readonly own: BesideCell;
  readonly practices: readonly (BesideCell | null)[];
  readonly authority: BesideCell | null;
  readonly region: BesideCell | null;
  readonly england: BesideCell | null;
  readonly baseline: BesideCell | null;
}

/** The year of the published baseline, before there was a workforce census. */
export const BASELINE = 2005;

/** How figures are worded. */
export interface BesideWords {
  readonly measure: (measure: Measure) => string;
  readonly published: (figure: Published) => string;
}

/**
 * The authority's rates, each beside its practices' and the newest that is published for the authority, its region and
 * England in `year` or before, and beside the baseline. What is published of a later year is left out: it would be compared
 * with something else.
 */
export function besideOf(
  o: {
    readonly own: readonly Measure[];
    readonly practices: readonly (readonly Measure[])[];
    readonly published: readonly Published[];
    readonly year: number;
  },
  words: BesideWords,
): BesideRow[] {
  return o.own.map((measure) => {
    const { code, title } = measure.indicator;
    const figures = o.published.filter(({ indicator }) => indicator.code === code);
    const newest = (geography: Published['geography']) => {
      const found = figures
        .filter((figure) => figure.geography === geography && figure.year > BASELINE && figure.year <= o.year)
        .toSorted((a, b) => b.year - a.year || Number(b.name.length < a.name.length));
      return cellOf(found[0], words);
    };
    return {
      code,
      title,
      own: { text: words.measure(measure), note: numbersOf(measure) },
      practices: o.practices.map((measures) => {
        const found = measures.find(({ indicator }) => indicator.code === code);
        return found ? { text: words.measure(found), note: numbersOf(found) } : null;
      }),
      authority: newest('LOCAL_AUTHORITY'),
      region: newest('REGION'),
      england: newest('ENGLAND'),
      baseline: baselineOf(figures, words),
    };
  });
}

function baselineOf(figures: readonly Published[], words: BesideWords): BesideCell | null {
  const found = figures.filter(({ year }) => year === BASELINE);
  const [first] = found;
  if (!first) return null;
  const texts = found.map((figure) => `${figure.name} ${words.published(figure)}`);
  return { text: texts.join('; '), note: String(BASELINE) };
}

function cellOf(figure: Published | undefined, words: BesideWords): BesideCell | null {
  if (!figure) return null;
  const joint = figure.returnedWith.length > 0 ? `, returned with ${figure.returnedWith.join(' and ')}` : '';
  return { text: words.published(figure), note: `${figure.name}, ${figure.year}${joint}` };
}

/** `12.5 of 106.1`; empty where the figure is no share, or is not told. */
function numbersOf({ result }: Measure): string {
  if (result.__typename !== 'Known') return '';
  const { numerator, denominator } = result;
  return typeof numerator === 'number' && typeof denominator === 'number'
    ? `${tenth(numerator)} of ${tenth(denominator)}`
    : '';
}

function tenth(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
