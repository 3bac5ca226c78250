import { collectionYear, type Period } from '@mainstay/primitives';
import type { Measure, MeasureResult } from '../measure.ts';

/** A known share. */
export function aShare(numerator: number, denominator: number): MeasureResult {
  return { __typename: 'Known', value: numerator / denominator, numerator, denominator, unit: 'SHARE' };
}

/** A measure for tests: 26 of 210 children in the year to 31 March 2025, unless the details say otherwise. */
export function aMeasure(details: Partial<Measure> & { readonly year?: number } = {}): Measure {
  const { year = 2025, ...rest } = details;
  const period: Period = collectionYear(year);
  return {
    indicator: {
      code: 'three-or-more-placements',
      title: 'Children who lived in three or more places in the year',
      definition: 'The share of children who had three or more placements.',
      numerator: 'Those with three or more placements.',
      denominator: 'Children looked after on the last day of the period.',
      excluded: [],
      unit: 'SHARE',
      goodDirection: 'LOWER',
      source: 'Department for Education.',
      outcomeArticle: 22,
    },
    ...period,
    asAt: '2025-04-02T08:30:00.000Z',
    exclusions: [],
    result: aShare(26, 210),
    ...rest,
  };
}
