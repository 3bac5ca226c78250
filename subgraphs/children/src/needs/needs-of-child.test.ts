import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import type { NeedsFacts } from './needs-facts.ts';
import { needsOfChild } from './needs-of-child.ts';
import { needsRules, needsRulesOn } from './needs-rules.ts';

const on = plainDate('2026-11-22');
const nothing: NeedsFacts = {
  childId: 'E08000025.a',
  categoryOfNeed: 'N1',
  placementType: 'U6',
  placedOn: plainDate('2024-01-01'),
  isUnaccompanied: false,
  disabledAsOf: null,
  sdqScore: null,
  sdqOn: null,
  offendedOn: null,
  convictedOn: null,
  selfHarmedOn: null,
  misusedSubstancesOn: null,
  socialEmotionalNeedAsOf: null,
};
const recently = plainDate('2026-05-01');

describe('one sign alone', () => {
  test.each<[string, Partial<NeedsFacts>, string]>([
    ['a questionnaire of concern', { sdqScore: 17, sdqOn: recently }, 'EMOTIONAL_OR_BEHAVIOURAL'],
    ['the category N6', { categoryOfNeed: 'N6' }, 'EMOTIONAL_OR_BEHAVIOURAL'],
    ['self-harm', { selfHarmedOn: recently }, 'EMOTIONAL_OR_BEHAVIOURAL'],
    ['substance misuse', { misusedSubstancesOn: recently }, 'EMOTIONAL_OR_BEHAVIOURAL'],
    ['mental health at school', { socialEmotionalNeedAsOf: recently }, 'EMOTIONAL_OR_BEHAVIOURAL'],
    ['offending', { offendedOn: plainDate('2025-11-23') }, 'OFFENDING'],
    ['a conviction in the return', { convictedOn: plainDate('2026-03-31') }, 'OFFENDING'],
    ['a disability', { disabledAsOf: plainDate('2015-01-01') }, 'DISABILITY'],
    ['the category N2', { categoryOfNeed: 'N2' }, 'DISABILITY'],
    ['being unaccompanied', { isUnaccompanied: true }, 'UNACCOMPANIED'],
    ['a children’s home', { placementType: 'K2' }, 'STAFFED_SETTING'],
  ])('%s is an additional need', (_, facts, kind) => {
    const needs = needsOfChild({ ...nothing, ...facts }, on);
    expect(needs).toMatchObject({ group: 'ADDITIONAL', tenths: 16, ruleVersion: 1 });
    expect(needs.reasons.map((reason) => reason.kind)).toEqual([kind]);
  });
});

test.each<[string, Partial<NeedsFacts>]>([
  ['nothing', {}],
  ['a questionnaire below concern', { sdqScore: 16, sdqOn: recently }],
  ['a questionnaire of more than two years ago', { sdqScore: 40, sdqOn: plainDate('2024-11-22') }],
  ['offending of a year ago', { offendedOn: plainDate('2025-11-22') }],
  ['what is on record of days to come', { offendedOn: plainDate('2026-11-23') }],
])('%s is none', (_, facts) => {
  expect(needsOfChild({ ...nothing, ...facts }, on)).toMatchObject({ group: 'NO_ADDITIONAL', tenths: 10, reasons: [] });
});

test('two kinds together are complex; two signs of one kind are not', () => {
  const both = needsOfChild({ ...nothing, offendedOn: recently, sdqScore: 20, sdqOn: recently }, on);
  expect(both).toMatchObject({ group: 'COMPLEX', tenths: 29 });
  expect(both.reasons).toEqual([
    {
      kind: 'EMOTIONAL_OR_BEHAVIOURAL',
      text: 'The newest strengths and difficulties questionnaire is a cause for concern.',
      on: recently,
    },
    { kind: 'OFFENDING', text: 'Offending in the last 12 months.', on: recently },
  ]);
  expect(needsOfChild({ ...nothing, categoryOfNeed: 'N6', selfHarmedOn: recently }, on).group).toBe('ADDITIONAL');
});

test('the weights are the published unit costs, divided by the first', () => {
  const [{ tenths }] = needsRules;
  const costs = [33_000, (50_000 + 54_000) / 2, 95_000];
  expect(Object.values(tenths)).toEqual(costs.map((cost) => Math.round((10 * cost) / 33_000)));
});

test('versions follow one another, and a day before all of them has the first', () => {
  expect(needsRules.map(({ version }) => version)).toEqual(needsRules.map((_, index) => index + 1));
  expect(needsRules.map(({ inForceFrom }) => inForceFrom)).toEqual(
    needsRules.map(({ inForceFrom }) => inForceFrom).toSorted(),
  );
  expect(needsRulesOn(plainDate('1999-01-01')).version).toBe(1);
});
