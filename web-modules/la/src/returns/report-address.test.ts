import { describe, expect, test } from 'vitest';
import { addressOfReport, reportFromAddress } from './report-address.ts';

const read = (address: string) => reportFromAddress(new URLSearchParams(address));

describe('the address of a report', () => {
  test('shows faults by rule when it says nothing, or nothing sensible', () => {
    expect(read('').view).toBe('rule');
    expect(read('?by=colour').view).toBe('rule');
  });

  test('is the same when read and written again', () => {
    for (const address of ['?by=rule', '?by=child&childrenAfter=abc', '?by=each&rule=103&child=C+1&faultsAfter=x']) {
      expect(addressOfReport(read(address))).toBe(address);
    }
  });
});
