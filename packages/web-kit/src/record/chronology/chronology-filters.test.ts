import { expect, test } from 'vitest';
import { addressOfFilters, filtersFromAddress } from './chronology-filters.ts';

test('filters are kept in the address', () => {
  const filters = filtersFromAddress(new URLSearchParams('from=2025-01-01&to=2025-12-31&kind=VISIT&kind=PLACEMENT'));
  expect(filters).toEqual({ from: '2025-01-01', to: '2025-12-31', kinds: ['PLACEMENT', 'VISIT'] });
  expect(filtersFromAddress(addressOfFilters(filters))).toEqual(filters);
});

test('what cannot be meant is left out', () => {
  const filters = filtersFromAddress(new URLSearchParams('from=2025-02-30&kind=NOTHING'));
  expect(filters).toEqual({ from: null, to: null, kinds: [] });
  expect(String(addressOfFilters(filters))).toBe('');
});
