import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeLimitError, withTimeLimit } from './time-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes in time counts, whether it went well or not', async () => {
  await expect(withTimeLimit(Promise.resolve('there'), 100)).resolves.toBe('there');
  await expect(withTimeLimit(Promise.reject(new Error('broken')), 100)).rejects.toThrow('broken');
  expect(vi.getTimerCount()).toBe(0);
});

test('what does not come in time is given up', async () => {
  const outcome = withTimeLimit(new Promise(() => {}), 5000).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await outcome).toBeInstanceOf(TimeLimitError);
});
