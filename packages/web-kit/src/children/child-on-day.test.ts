import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { onDay } from './child-on-day.ts';

const time = (from: string, to?: string) => ({
  startedOn: plainDate(from),
  endedOn: to === undefined ? null : plainDate(to),
});

describe('onDay', () => {
  const day = plainDate('2026-03-31');

  test('takes what was open on the day, its first and last day included', () => {
    expect(onDay([time('2026-03-31')], day)?.startedOn).toBe('2026-03-31');
    expect(onDay([time('2025-01-01', '2026-03-31')], day)?.startedOn).toBe('2025-01-01');
    expect(onDay([time('2025-01-01', '2026-03-30'), time('2026-04-01')], day)).toBeUndefined();
  });

  test('takes the newer where one ended and the next began on the day, and the temporary within the lasting', () => {
    expect(onDay([time('2025-01-01', '2026-03-31'), time('2026-03-31')], day)?.startedOn).toBe('2026-03-31');
    expect(onDay([time('2025-01-01'), time('2026-03-30', '2026-04-02')], day)?.startedOn).toBe('2026-03-30');
  });
});
