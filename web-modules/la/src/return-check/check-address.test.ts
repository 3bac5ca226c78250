import { expect, test } from 'vitest';
import { addressOfFaults, faultsFromAddress } from './check-address.ts';

test('an address says what is shown, and nothing that is not asked', () => {
  expect(faultsFromAddress(new URLSearchParams())).toEqual({
    view: 'rule',
    rule: null,
    search: null,
    child: null,
    after: null,
  });
  expect(addressOfFaults({})).toBe('?by=rule');
});

test('what is asked comes back from its address', () => {
  const asked = { view: 'child', rule: '1008', search: '10', child: 'A&1', after: 'WzFd' } as const;
  expect(faultsFromAddress(new URLSearchParams(addressOfFaults(asked)))).toEqual(asked);
});

test('a rule leads to the children it is about', () => {
  expect(addressOfFaults({ rule: '356' })).toBe('?by=child&rule=356');
});
