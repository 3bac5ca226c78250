import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import { childIndicator, childIndicators } from '../../indicators/index.ts';
import { functionsBehind } from '../child/child.parts-policy.ts';
import { indicatorsCalled, periodOf, yearsNeeded, yearsUpTo } from './indicator.question.ts';

const day = plainDate;

describe('a question about a measure', () => {
  test('is about all indicators when none is named, else about each once', () => {
    expect(indicatorsCalled(null)).toBe(childIndicators);
    const codes = ['reviews-took-part', 'three-or-more-placements', 'reviews-took-part'];
    expect(indicatorsCalled(codes).map(({ code }) => code)).toEqual(['reviews-took-part', 'three-or-more-placements']);
    expect(indicatorsCalled([])).toEqual([]);
  });

  test('is refused for an indicator, a period or a history that cannot be', () => {
    expect(() => indicatorsCalled(['turnover'])).toThrow(BadInputError);
    expect(() => periodOf(day('2026-03-31'), day('2025-04-01'))).toThrow(BadInputError);
    expect(() => yearsUpTo(2026, 0)).toThrow(BadInputError);
    expect(() => yearsUpTo(2026, 21)).toThrow(BadInputError);
    expect(() => yearsUpTo(26, 5)).toThrow(BadInputError);
  });

  test('needs the return of every collection year the indicator looks at', () => {
    const period = periodOf(day('2024-10-01'), day('2025-09-30'));
    const needed = (code: string) => yearsNeeded({ indicator: childIndicator(code)!, period });
    expect(needed('three-or-more-placements')).toEqual([2025, 2026]);
    expect(needed('placed-over-20-miles')).toEqual([2026]);
  });

  test('of a history is about the years up to the last, oldest first', () => {
    expect(yearsUpTo(2026, 3)).toEqual([2024, 2025, 2026]);
  });
});

describe('the catalogue', () => {
  test('says of every indicator all that a reader needs', () => {
    for (const indicator of childIndicators) {
      for (const words of [
        indicator.title,
        indicator.definition,
        indicator.numerator,
        indicator.denominator,
        indicator.source,
      ]) {
        expect(words?.length).toBeGreaterThan(15);
      }
      expect(functionsBehind(indicator).length + indicator.tables.length).toBeGreaterThan(0);
      expect([indicator.owner, indicator.inspectionJudgement, indicator.frameworkOutcome].every(Boolean)).toBe(true);
    }
    expect(new Set(childIndicators.map(({ code }) => code)).size).toBe(childIndicators.length);
    const articles = childIndicators.map(({ outcomeArticle }) => outcomeArticle);
    expect(articles).toEqual(articles.toSorted((one, other) => one - other));
  });
});
