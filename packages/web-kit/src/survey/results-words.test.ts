import { expect, test } from 'vitest';
import { comparedInWords, effectRows, pInWords, signedNumber, withInterval, type Comparison } from './results-words.ts';

const change: Comparison = {
  wave: null,
  group: 'PRACTICE',
  otherGroup: null,
  isKeptBack: false,
  difference: -2.4,
  low: -4.1,
  high: -0.7,
  t: -2.8,
  degreesOfFreedom: 80.2,
  p: 0.006,
  pCorrected: 0.042,
  effectSize: -0.35,
  effectLow: -0.6,
  effectHigh: -0.1,
  statement: 'The score fell.',
};

test('figures carry their sign, and nought has none', () => {
  expect([0.416, -0.126, 0.001, -0.001].map(signedNumber)).toEqual(['+0.42', '−0.13', '0.00', '0.00']);
  expect(withInterval(-0.35, -0.6, -0.1)).toBe('−0.35 (−0.60 to −0.10)');
  expect(withInterval(null, null, null)).toBe('Kept back');
});

test('a p is never nought', () => {
  expect([0.00001, 0.0421, null].map(pInWords)).toEqual(['under 0.001', '0.042', '–']);
});

test('a comparison says whose scores it is of, and when', () => {
  expect(comparedInWords(change)).toBe('Practices: second time less first');
  expect(comparedInWords({ ...change, wave: 1, otherGroup: 'HOST_LA' })).toBe(
    'Practices less the authority: first time',
  );
  expect(comparedInWords({ ...change, otherGroup: 'HOST_LA' })).toBe(
    'Practices less the authority: how much more it changed',
  );
});

test('what is kept back has no figure in the chart, whatever else is there', () => {
  const [kept] = effectRows([{ ...change, isKeptBack: true }]);
  expect(kept).toMatchObject({ value: null, low: null, high: null });
  expect(kept?.text).toMatch(/^Kept back/);
  expect(effectRows([change])[0]).toMatchObject({ value: -0.35, low: -0.6, high: -0.1 });
});
