import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { addressOfTime, timeFromAddress, variablesOfTime } from './record-time.ts';

describe('the times of a record', () => {
  test('are read from the address and written to it again', () => {
    const time = timeFromAddress(new URLSearchParams('asOf=2025-03-31&knownOn=2025-07-01'));
    expect(time).toEqual({ asOf: '2025-03-31', knownOn: '2025-07-01' });
    expect(addressOfTime(time)).toBe('?asOf=2025-03-31&knownOn=2025-07-01');
    expect(addressOfTime(timeFromAddress(new URLSearchParams('asOf=31/03/2025')))).toBe('');
  });

  test('what was known on a day is what was known when it ended in England', () => {
    const known = (day: string) => variablesOfTime({ asOf: null, knownOn: plainDate(day) }).knownAt;
    expect(known('2025-01-15')).toBe('2025-01-15T23:59:59.999Z');
    expect(known('2025-07-01')).toBe('2025-07-01T22:59:59.999Z');
    expect(variablesOfTime({ asOf: null, knownOn: null }).knownAt).toBeNull();
  });
});
