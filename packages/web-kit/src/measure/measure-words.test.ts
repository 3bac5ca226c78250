import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import {
  asAtInWords,
  changeInWords,
  countInWords,
  exclusionsInWords,
  missingInWords,
  periodInWords,
  shortResult,
  summaryInWords,
  thingsCounted,
  valueInWords,
} from './measure-words.ts';
import type { KnownResult, MeasureResult } from './measure.ts';
import { aMeasure, aShare } from './testing/a-measure.ts';

const missing: MeasureResult[] = [
  { __typename: 'NotKnown', reason: 'No return for 2025 has been loaded.' },
  { __typename: 'NotApplicable', reason: 'Social workers are in the return since 2024.' },
  { __typename: 'Suppressed', reason: 'Fewer than six children.' },
  { __typename: 'NotYetDue', dueOn: plainDate('2027-04-01') },
];

describe('valueInWords', () => {
  test('writes a share as a percentage to one decimal', () => {
    expect(valueInWords(0.12380952, 'SHARE')).toBe('12.4%');
    expect(valueInWords(0.575, 'SHARE')).toBe('57.5%');
    expect(valueInWords(0.5, 'SHARE')).toBe('50.0%');
  });

  test('keeps nought and all for what is nought and all', () => {
    expect(valueInWords(0, 'SHARE')).toBe('0.0%');
    expect(valueInWords(1, 'SHARE')).toBe('100.0%');
    expect(valueInWords(1 / 5000, 'SHARE')).toBe('under 0.1%');
    expect(valueInWords(4999 / 5000, 'SHARE')).toBe('over 99.9%');
  });

  test('writes counts, years and scores in their own way', () => {
    expect(valueInWords(12345, 'COUNT')).toBe('12,345');
    expect(valueInWords(2.25, 'YEARS')).toBe('2.3 years');
    expect(valueInWords(13, 'SCORE')).toBe('13.0');
  });
});

describe('what a card says', () => {
  test('counts what the denominator is of', () => {
    const indicator = aMeasure().indicator;
    const of = (denominator: string) => thingsCounted({ indicator: { ...indicator, denominator } });
    expect(of('Children looked after on the last day of the period.')).toBe('children');
    expect(of('Reviews held in the period of children aged 4 or over.')).toBe('reviews');
    expect(of('Care leavers aged 19 to 21.')).toBe('care leavers');
  });

  test('gives numerator and denominator', () => {
    const measure = aMeasure();
    expect(countInWords(measure, measure.result as KnownResult)).toBe('26 of 210 children');
  });

  test('names twelve months as a year, whatever the month, and anything else by both ends', () => {
    expect(periodInWords(aMeasure())).toBe('Year to 31 March 2025');
    expect(periodInWords({ from: plainDate('2023-03-01'), to: plainDate('2024-02-29') })).toBe(
      'Year to 29 February 2024',
    );
    expect(periodInWords({ from: plainDate('2025-04-01'), to: plainDate('2025-06-30') })).toBe(
      '1 April 2025 to 30 June 2025',
    );
  });

  test('gives the instant in England, and nothing when no record lies behind the figure', () => {
    expect(asAtInWords(aMeasure())).toBe('As at 2 April 2025 at 09:30');
    expect(asAtInWords(aMeasure({ asAt: null }))).toBeNull();
  });

  test('says who is left out and how many', () => {
    const exclusions = [{ reason: 'Children in short-term breaks are left out.', count: 1, isInDenominator: false }];
    expect(exclusionsInWords(aMeasure({ exclusions }))).toEqual([
      'Children in short-term breaks are left out: 1 child.',
    ]);
  });

  test('counts workers who are left out of figures of staff, whatever those are measured in', () => {
    const exclusions = [{ reason: 'The last day is before the census year.', count: 3, isInDenominator: false }];
    const measure = aMeasure({ exclusions });
    const denominators = ['Full-time equivalents in post on 30 September.', 'Workers in post on 30 September.'];
    for (const denominator of denominators) {
      const ofStaff = { ...measure, indicator: { ...measure.indicator, denominator } };
      expect(exclusionsInWords(ofStaff)).toEqual(['The last day is before the census year: 3 workers.']);
    }
  });

  test('has words of its own for each reason for having no figure, none of them a nought', () => {
    const words = missing.map((result) => missingInWords(result as Exclude<MeasureResult, KnownResult>));
    expect(words.map(({ heading }) => heading)).toEqual(['Not known', 'Does not apply', 'Not shown', 'Not yet due']);
    expect(words.every(({ text }) => text.length > 10)).toBe(true);
    expect(words[3]?.text).toContain('1 April 2027');
    expect(missing.map((result) => shortResult(aMeasure({ result }))).join(' ')).not.toMatch(/\d/);
  });
});

describe('changeInWords', () => {
  const before = aMeasure({ year: 2024, result: aShare(101, 1000) });

  test('says how much higher or lower, from the figures as they are shown', () => {
    expect(changeInWords(aMeasure(), before)).toBe(
      '2.3 percentage points higher than in the year to 31 March 2024 (10.1%).',
    );
    expect(changeInWords(before, aMeasure())).toMatch(/^2\.3 percentage points lower than/);
  });

  test('calls the same what reads the same', () => {
    expect(changeInWords(aMeasure({ result: aShare(1012, 10_000) }), before)).toBe(
      'The same as in the year to 31 March 2024.',
    );
  });

  test('says nothing when either is missing', () => {
    for (const result of missing) {
      expect(changeInWords(aMeasure({ result }), before)).toBeNull();
      expect(changeInWords(before, aMeasure({ result }))).toBeNull();
    }
  });

  test('never claims a cause', () => {
    expect(summaryInWords(aMeasure(), before)).not.toMatch(/because|due to|caused|led to|thanks to|improve|worse/i);
  });
});

describe('summaryInWords', () => {
  test('is one sentence for a figure and one for the change', () => {
    expect(summaryInWords(aMeasure())).toBe('26 of 210 children (12.4%) in the year to 31 March 2025.');
  });

  test('says why there is no figure', () => {
    expect(missing.map((result) => summaryInWords(aMeasure({ result })))).toEqual([
      'Not known for the year to 31 March 2025. No return for 2025 has been loaded.',
      'Does not apply for the year to 31 March 2025. Social workers are in the return since 2024.',
      'Not shown for the year to 31 March 2025. Fewer than six children.',
      'Not yet due for the year to 31 March 2025. The period has not ended. It can be worked out from 1 April 2027.',
    ]);
  });
});
