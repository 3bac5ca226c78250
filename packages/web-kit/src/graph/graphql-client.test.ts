import { afterEach, describe, expect, test, vi } from 'vitest';
import { runOperation } from './graphql-client.ts';
import type { OperationDocument } from './operation-document.ts';

const document: OperationDocument<{ child: { id: string } | null }, { id: string }> = { name: 'Child', hash: 'abc123' };

function answering(status: number, body: unknown) {
  const fetch = vi.fn<(url: string, options: { headers: object; body: string }) => Promise<Response>>(
    async () => new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('a registered operation', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('sends the hash and no query text, with the header that no other site can set', async () => {
    const fetch = answering(200, { data: { child: null } });
    await runOperation(document, { id: '1' });
    const [url, options] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/graphql');
    expect(options?.headers).toMatchObject({ 'x-mainstay-csrf': '1' });
    expect(JSON.parse(options?.body ?? '')).toEqual({
      operationName: 'Child',
      variables: { id: '1' },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'abc123' } },
    });
  });

  test('names the broken glass it is asked under, and none otherwise', async () => {
    const fetch = answering(200, { data: { child: null } });
    await runOperation(document, { id: '1' }, { breakGlass: 'g1' });
    await runOperation(document, { id: '1' });
    expect(fetch.mock.calls[0]?.[1].headers).toHaveProperty('x-mainstay-break-glass', 'g1');
    expect(fetch.mock.calls[1]?.[1].headers).not.toHaveProperty('x-mainstay-break-glass');
  });

  test('answers what there is and says which part is missing', async () => {
    answering(200, {
      data: { child: { id: '1' } },
      errors: [
        {
          message: 'Staff figures cannot be had.',
          path: ['child', 'worker', 0],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
        },
      ],
    });
    const { data, missing } = await runOperation(document, { id: '1' });
    expect(data.child).toEqual({ id: '1' });
    expect(missing).toEqual([{ path: 'child.worker.0', message: 'Staff figures cannot be had.' }]);
  });

  test('fails with the graph’s words and code when there is no data', async () => {
    answering(200, {
      data: null,
      errors: [{ message: 'Too much was asked for.', extensions: { code: 'COST_LIMIT_EXCEEDED' } }],
    });
    await expect(runOperation(document, { id: '1' })).rejects.toMatchObject({
      code: 'COST_LIMIT_EXCEEDED',
      message: 'Too much was asked for.',
    });
  });

  test('sends a viewer who is no longer signed in to the sign-in page, and back afterwards', async () => {
    const assign = vi.fn<(address: string) => void>();
    vi.stubGlobal('location', { pathname: '/la/children', search: '?page=2', assign });
    answering(401, { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] });
    await expect(runOperation(document, { id: '1' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(assign).toHaveBeenCalledWith('/sign-in?returnTo=%2Fla%2Fchildren%3Fpage%3D2');
  });

  test('shows nothing of a page that a proxy put in the place of the answer', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>nginx internal 10.0.0.7</h1>', { status: 502 }));
    await expect(runOperation(document, { id: '1' })).rejects.toMatchObject({ code: 'HTTP_502' });
    await expect(runOperation(document, { id: '1' })).rejects.not.toThrow(/nginx/);
  });

  test('says that the service cannot be reached when the line fails', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(runOperation(document, { id: '1' })).rejects.toMatchObject({
      code: 'NETWORK',
      message: /could not be reached/,
    });
  });
});
