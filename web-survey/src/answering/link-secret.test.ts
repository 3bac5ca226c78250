import { expect, test, vi } from 'vitest';
import { takeSecret } from './link-secret.ts';

const secret = 'kq3VtS8rPz-u_4mWb7xYcA';

function taken(hash: string) {
  const replaceState = vi.fn<History['replaceState']>();
  return { secret: takeSecret({ hash, pathname: '/survey/' }, { replaceState, state: null }), replaceState };
}

test('the secret is read from the address, and is no longer in it', () => {
  const { secret: found, replaceState } = taken(`#${secret}`);
  expect(found).toBe(secret);
  expect(replaceState).toHaveBeenCalledWith(null, '', '/survey/');
});

test('an address without a secret stays as it is', () => {
  const { secret: found, replaceState } = taken('');
  expect(found).toBeNull();
  expect(replaceState).not.toHaveBeenCalled();
});

test.each(['#short', '#main-content?x', `#${'a'.repeat(200)}`])('%s is no secret, and does not stay either', (hash) => {
  const { secret: found, replaceState } = taken(hash);
  expect(found).toBeNull();
  expect(replaceState).toHaveBeenCalledOnce();
});
