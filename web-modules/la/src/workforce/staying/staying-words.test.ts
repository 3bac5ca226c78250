import { expect, test } from 'vitest';
import type { RetentionCurveFragment } from '../../generated/operations.ts';
import { findingInWords, groupInWords, medianInWords, stayingAfter } from './staying-words.ts';

const curve: RetentionCurveFragment = {
  role: null,
  isAgency: null,
  employer: null,
  keptBackBecause: null,
  began: 40,
  ended: 22,
  medianDays: 800,
  points: [
    { days: 300, atRisk: 40, ended: 8, staying: 0.8, low: 0.65, high: 0.89 },
    { days: 800, atRisk: 30, ended: 12, staying: 0.48, low: 0.32, high: 0.62 },
  ],
};
const keptBack = { ...curve, began: null, ended: null, medianDays: null, points: [], keptBackBecause: 'Too few.' };

test('the share after some years is that of the last step before, with its interval', () => {
  expect(stayingAfter(curve, 1)).toBe('80% (65% to 89%)');
  expect(stayingAfter(curve, 5)).toBe('48% (32% to 62%)');
  expect(stayingAfter({ ...curve, points: curve.points.slice(1) }, 1)).toBe('Everybody');
});

test('half of them is told only where half had left', () => {
  expect(medianInWords(curve)).toBe('2.2 years');
  expect(medianInWords({ ...curve, medianDays: null })).toMatch(/^More than half stayed/);
  expect(findingInWords(curve)).toBe('Half of 40 people had left after 2.2 years.');
});

test('a group that is kept back has no figure anywhere', () => {
  expect([stayingAfter(keptBack, 1), medianInWords(keptBack)]).toEqual(['Kept back', 'Kept back']);
  expect(findingInWords(keptBack)).toBe('Too few.');
});

test('a group is named by what it was told apart by', () => {
  expect(groupInWords({ ...curve, role: 'SENIOR_SOCIAL_WORKER' })).toBe('Senior social worker');
  expect(groupInWords({ ...curve, isAgency: false })).toBe('Employed');
  expect(groupInWords(curve)).toBe('Everybody');
});
