import { known, notApplicable, notKnown, suppressed, type Indicator, type MeasureResult } from '@mainstay/subgraph-kit';
import { staffIndicators } from '../../indicators/index.ts';
import { baseline, baselineSource, baselineYear } from './published-figure.baseline.ts';
import type { PublishedFigureRow, PublishedGeography, Unpublished } from './published-figure.entity.ts';
import { publishedIndicators, rateFrom, type PublishedIndicator } from './published-figure.rates.ts';

/** `PublishedFigure` of the graph. */
export interface PublishedFigure {
  readonly geography: PublishedGeography;
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly indicator: Indicator;
  readonly result: MeasureResult;
  readonly recomputed: number | null;
  readonly returnedWith: readonly string[];
  readonly source: string;
}

const source = 'Department for Education, Children’s social work workforce: year ending 30 September';

const unpublished: Readonly<Record<Unpublished, MeasureResult>> = {
  NOT_APPLICABLE: notApplicable('The publisher says that the figure does not apply here.'),
  NOT_AVAILABLE: notKnown('The figure was not published: the publisher says that it is not available.'),
  CONFIDENTIAL: suppressed('The publisher keeps the figure back: it would tell something about few people.'),
  LOW: notKnown('The publisher says that the figure is above nothing and too low for the decimals shown.'),
  UNRELIABLE: notKnown('The publisher does not show the figure because it holds it unreliable.'),
};

/** The catalogue's entry of a published figure. */
function indicatorCalled(code: string): Indicator {
  const found = staffIndicators.find((indicator) => indicator.code === code);
  if (!found) throw new Error(`There is no indicator of staff called ${code}.`);
  return found;
}

/** The figures of a row, of these indicators. */
export function figuresOf(row: PublishedFigureRow, isWanted: (code: string) => boolean): PublishedFigure[] {
  const { geography, code, name, year, returnedWith, edition } = row;
  return publishedIndicators
    .filter((each) => isWanted(each.code))
    .map((each) => ({
      geography,
      code,
      name,
      year,
      indicator: indicatorCalled(each.code),
      result: resultOf(row, each),
      recomputed: rateFrom(row, each)?.value ?? null,
      returnedWith,
      source: `${source} ${year}, as published for ${edition} (Open Government Licence v3.0).`,
    }));
}

/** The figures of 2005 of the places with these codes. */
export function baselineOf(codes: readonly string[], isWanted: (code: string) => boolean): PublishedFigure[] {
  return baseline
    .filter(({ code, indicator }) => codes.includes(code) && isWanted(indicator))
    .map(({ indicator, perCent, ...place }) => ({
      ...place,
      year: baselineYear,
      indicator: indicatorCalled(indicator),
      result: known(perCent / 100, 'SHARE'),
      recomputed: null,
      returnedWith: [],
      source: baselineSource,
    }));
}

function resultOf(row: PublishedFigureRow, of: PublishedIndicator): MeasureResult {
  const figure = row.figures[of.column];
  if (figure === undefined) return notKnown('The file that was loaded does not have this figure.');
  if (typeof figure === 'string') return unpublished[figure];
  const { unit } = indicatorCalled(of.code);
  const parts = rateFrom(row, of);
  // Published with one decimal of a per cent: no more is claimed.
  return known(of.isShare ? Math.round(figure * 10) / 1_000 : figure, unit, parts ?? undefined);
}
