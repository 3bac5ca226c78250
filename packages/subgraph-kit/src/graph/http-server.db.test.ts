import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLER_HEADER, signCaller, type Caller } from '../viewer-token.ts';
import { clock, secret, startChildSubgraph, tokenFor, viewer, type ChildSubgraph } from './child-subgraph.fixture.ts';

let child: ChildSubgraph;

beforeAll(async () => {
  child = await startChildSubgraph();
});
afterAll(() => child?.close());

describe('only the platform is let in', () => {
  const request = { query: '{ _service { sdl } }' };
  const body = JSON.stringify(request);

  test.each([
    ['no token', {}],
    ['nonsense', { [CALLER_HEADER]: 'a.b' }],
    ['a token for another body', { [CALLER_HEADER]: tokenFor('{}') }],
    ['a token for another subgraph', { [CALLER_HEADER]: tokenFor(body, { kind: 'viewer', viewer }, 'contracts') }],
  ])('%s is refused over HTTP', async (_name, headers) => {
    const response = await child.post('/graphql', body, headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });

  test('an expired token is refused', async () => {
    const now = new Date(clock.now().getTime() - 31_000);
    const token = signCaller({ kind: 'viewer', viewer }, { subgraph: 'children', secret, body, now });
    expect((await child.post('/graphql', body, { [CALLER_HEADER]: token })).status).toBe(401);
    await expect(child.subgraph.execute(request, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('every path but health wants a token, the ones that do not exist too', async () => {
    for (const path of ['/', '/graphql', '/internal/echo', '/nothing']) {
      expect((await fetch(`${child.address}${path}`)).status).toBe(401);
    }
    expect((await fetch(`${child.address}/health/live`)).status).toBe(200);
    expect((await fetch(`${child.address}/health/ready`)).status).toBe(200);
    expect((await child.post('/nothing', '', { [CALLER_HEADER]: tokenFor('') })).status).toBe(404);
  });

  test('a service of the platform does not ask the graph', async () => {
    const service: Caller = { kind: 'service', name: 'gateway', requestId: 'r' };
    await expect(child.subgraph.execute(request, tokenFor(body, service))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await child.post('/graphql', body, { [CALLER_HEADER]: tokenFor(body, service) })).status).toBe(403);
  });

  test('malformed UTF-8, other types and long bodies are refused', async () => {
    const malformed = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const token = tokenFor('');
    expect((await child.post('/graphql', malformed, { [CALLER_HEADER]: token })).status).toBe(400);
    expect((await child.post('/graphql', 'x', { [CALLER_HEADER]: tokenFor('x') })).status).toBe(400);
    expect((await child.post('/graphql', '[]', { [CALLER_HEADER]: tokenFor('[]') })).status).toBe(400);
    expect(
      (await child.post('/graphql', 'x', { [CALLER_HEADER]: tokenFor('x'), 'content-type': 'text/plain' })).status,
    ).toBe(415);
    const long = 'x'.repeat(9 * 1024 * 1024);
    expect((await child.post('/graphql', long, { [CALLER_HEADER]: tokenFor(long) })).status).toBe(413);
  });
});
