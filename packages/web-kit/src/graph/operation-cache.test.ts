import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OperationError, type Answer } from './graphql-client.ts';
import { OperationCache, type Ask } from './operation-cache.ts';

const answer = (data: unknown): Answer<unknown> => ({ data, missing: [] });
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the cache of answers', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('asks once for two parts of a page that show the same', async () => {
    const cache = new OperationCache();
    const ask = vi.fn<Ask>(async () => answer(1));
    cache.open('key', ask, () => {});
    cache.open('key', ask, () => {});
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(cache.read('key').answer?.data).toBe(1);
  });

  test('shows a fresh answer again without asking, and an old one while it asks', async () => {
    const cache = new OperationCache();
    const ask = vi.fn<Ask>(async () => answer(1));
    cache.open('key', ask, () => {})();
    cache.open('key', ask, () => {});
    await settle();
    const asked = ask.mock.calls.length;
    const leave = cache.open('key', ask, () => {});
    await settle();
    expect(ask).toHaveBeenCalledTimes(asked);
    leave();
    await vi.advanceTimersByTimeAsync(61_000);
    cache.open('key', ask, () => {});
    expect(cache.read('key')).toMatchObject({ answer: answer(1), isFetching: true });
    await settle();
    expect(ask).toHaveBeenCalledTimes(asked + 1);
  });

  test('gives up asking when nobody waits any longer, and asks again for who comes back', async () => {
    const cache = new OperationCache();
    const signals: AbortSignal[] = [];
    const ask = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<Answer<unknown>>(() => {});
    };
    cache.open('key', ask, () => {})();
    expect(signals[0]?.aborted).toBe(true);
    cache.open('key', ask, () => {});
    expect(signals).toHaveLength(2);
    expect(signals[1]?.aborted).toBe(false);
  });

  test('asks once more when the line failed, and not when the graph refused', async () => {
    const cache = new OperationCache();
    const failing = (code: string) => vi.fn<Ask>(async () => Promise.reject(new OperationError('No.', code)));
    const [line, refused] = [failing('NETWORK'), failing('FORBIDDEN')];
    cache.open('line', line, () => {});
    cache.open('refused', refused, () => {});
    await settle();
    expect(line).toHaveBeenCalledTimes(2);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(cache.read('refused').error?.message).toBe('No.');
  });

  test('after a mutation asks again for what is on the page, and an answer asked for before does not count', async () => {
    const cache = new OperationCache();
    const answers: ((value: Answer<unknown>) => void)[] = [];
    cache.open(
      'key',
      () => new Promise((resolve) => answers.push(resolve)),
      () => {},
    );
    cache.invalidate();
    expect(answers).toHaveLength(2);
    answers[1]?.(answer('after'));
    await settle();
    answers[0]?.(answer('before'));
    await settle();
    expect(cache.read('key').answer?.data).toBe('after');
  });

  test('keeps the answer when asking again fails', async () => {
    const cache = new OperationCache();
    let fails = false;
    const ask = async () => (fails ? Promise.reject(new OperationError('No.', 'UNAVAILABLE')) : answer(1));
    cache.open('key', ask, () => {});
    await settle();
    fails = true;
    cache.refresh('key');
    await settle();
    expect(cache.read('key')).toMatchObject({ answer: answer(1), isFetching: false });
    expect(cache.read('key').error?.message).toBe('No.');
  });

  test('forgets what was told under a broken glass, also what a page still shows', async () => {
    const cache = new OperationCache();
    cache.open(
      'under g1 key',
      async () => answer('record'),
      () => {},
    );
    cache.open(
      'key',
      async () => answer('list'),
      () => {},
    );
    await settle();
    cache.forget('under g1 ');
    expect(cache.read('under g1 key').answer).toBeUndefined();
    expect(cache.read('key').answer?.data).toBe('list');
  });
});
