import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { addressOfFilters, filterOf, filtersFromAddress } from './audit-filters.ts';

const read = (address: string) => filtersFromAddress(new URLSearchParams(address));

describe('the filters of the audit', () => {
  test('are all in the address', () => {
    const address = '?from=2026-10-01&to=2026-10-31&person=demo%3Ala-analyst&kind=READ&after=abc&child=100023';
    expect(addressOfFilters(read(address))).toBe(address);
    expect(addressOfFilters(read(''))).toBe('');
  });

  test('pass over what an address says wrongly', () => {
    expect(read('?from=yesterday&kind=EVERYTHING&child=%20')).toEqual({
      from: null,
      to: null,
      person: null,
      kind: null,
      childNumber: null,
      after: null,
    });
  });

  test('ask the graph for whole days in England, the last one included', () => {
    const filters = { ...read('?kind=CHANGE'), from: plainDate('2026-10-25'), to: plainDate('2026-10-25') };
    expect(filterOf(filters, 'E08000025.x')).toEqual({
      from: '2026-10-24T23:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
      personId: null,
      childId: 'E08000025.x',
      kinds: ['CHANGE'],
    });
  });
});
