import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { ad1Of, placedAdoptionOf } from './adoption-decision.returns.ts';

type Decision = Parameters<typeof ad1Of>[0][number];

const decision = (parts: Partial<Decision> = {}): Decision => ({
  decidedOn: plainDate('2024-06-01'),
  matchedOn: plainDate('2025-01-05'),
  adopterSexes: 'MF',
  adopterStatus: 'L11',
  isByFosterCarer: true,
  reversedOn: null,
  reversedReason: null,
  ...parts,
});
const reversed = decision({ reversedOn: plainDate('2025-04-01'), reversedReason: 'RD3' });

test.each([
  ['of the year before', 2024, reversed, []],
  ['in its year, reversed after', 2025, reversed, [['01/06/2024', '', '']]],
  ['in the year it was reversed', 2026, reversed, [['01/06/2024', '01/04/2025', 'RD3']]],
  ['after it was reversed', 2027, reversed, []],
  ['that stands', 2027, decision(), [['01/06/2024', '', '']]],
])('PlacedAdoption of a decision %s', (_, year, one, expected) => {
  expect(placedAdoptionOf([one], year).map((row) => Object.values(row))).toEqual(expected);
});

test('AD1 tells of the decision that led to the adoption', () => {
  const first = decision({ decidedOn: plainDate('2023-01-01'), reversedOn: plainDate('2023-06-01') });
  expect(ad1Of([first, decision()], plainDate('2025-08-01'))).toEqual({
    DATE_INT: '01/06/2024',
    DATE_MATCH: '05/01/2025',
    FOSTER_CARE: '1',
    NB_ADOPTR: '2',
    SEX_ADOPTR: 'MF',
    LS_ADOPTR: 'L11',
  });
});

test.each([
  ['no decision', []],
  ['a decision that was reversed', [reversed]],
  ['no match yet', [decision({ matchedOn: null })]],
])('there is no AD1 from %s', (_, decisions) => {
  expect(ad1Of(decisions, plainDate('2025-08-01'))).toBeNull();
});

test('a single adopter is one', () => {
  expect(ad1Of([decision({ adopterSexes: 'F1', adopterStatus: 'L0' })], plainDate('2025-08-01'))?.NB_ADOPTR).toBe('1');
});
