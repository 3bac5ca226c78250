import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import {
  addressOfFilters,
  dayOfList,
  filtersFromAddress,
  rangeInWords,
  variablesOfFilters,
} from './children-filters.ts';

const today = plainDate('2026-11-22');
const read = (address: string) => filtersFromAddress(new URLSearchParams(address), today);

describe('filtersFromAddress', () => {
  test('asks for those looked after today when the address says nothing', () => {
    expect(read('')).toEqual({
      lookedAfterOn: today,
      localIdStartsWith: '',
      practice: null,
      behind: null,
      after: null,
      page: 1,
    });
  });

  test('asks for everybody behind a figure, whether looked after today or not', () => {
    const filters = read('indicator=reviews-took-part&from=2025-04-01&to=2026-03-31&part=REMAINDER');
    expect(filters.lookedAfterOn).toBeNull();
    expect(filters.behind).toEqual({
      indicator: 'reviews-took-part',
      from: '2025-04-01',
      to: '2026-03-31',
      part: 'REMAINDER',
    });
  });

  test('passes over what cannot be meant', () => {
    const filters = read('on=31/03/2026&indicator=x&from=soon&to=2026-03-31&part=ALL&page=-3&after=');
    expect(filters).toMatchObject({ lookedAfterOn: today, behind: null, page: 1, after: null });
  });

  test('an address read and written again is the same', () => {
    const addresses = [
      '?on=2025-03-31&id=C0',
      '?on=any&practice=harbour-practice',
      '?indicator=x&from=2025-04-01&to=2026-03-31&part=NOT_KNOWN&after=abc&page=3',
    ];
    expect(addresses.map((address) => addressOfFilters(read(address)))).toEqual(addresses);
  });
});

describe('variablesOfFilters', () => {
  test('sends nothing for a filter that is not set', () => {
    expect(variablesOfFilters(read('on=any'), 'E08000028', today)).toEqual({
      la: 'E08000028',
      practice: null,
      lookedAfterOn: null,
      localIdStartsWith: null,
      behind: null,
      first: 25,
      after: null,
      past: false,
    });
  });

  test('asks for the history only of a day that is past', () => {
    expect(variablesOfFilters(read('on=2024-05-06'), null, today).past).toBe(true);
    expect(variablesOfFilters(read('on=2026-11-22'), null, today).past).toBe(false);
  });
});

describe('dayOfList', () => {
  test('is the day asked for, else the last of the figure, never one to come', () => {
    expect(dayOfList(read('on=2024-05-06'), today)).toBe('2024-05-06');
    expect(dayOfList(read('indicator=x&from=2025-04-01&to=2026-03-31'), today)).toBe('2026-03-31');
    expect(dayOfList(read('indicator=x&from=2026-04-01&to=2027-03-31'), today)).toBe(today);
    expect(dayOfList(read('on=any'), today)).toBe(today);
  });
});

describe('rangeInWords', () => {
  test('states where the page stands in the whole', () => {
    expect(rangeInWords(1, 25, 210)).toBe('Showing 1 to 25 of 210 children');
    expect(rangeInWords(9, 10, 210)).toBe('Showing 201 to 210 of 210 children');
    expect(rangeInWords(1, 3, 3)).toBe('Showing all 3 children');
    expect(rangeInWords(1, 1, 1)).toBe('Showing 1 child');
    expect(rangeInWords(1, 0, 0)).toBe('No children');
  });
});
