import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, UnavailableError } from '../errors.ts';
import { CALLER_HEADER, type Caller } from '../viewer-token.ts';
import { clock, secret, startChildSubgraph, tokenFor, type ChildSubgraph } from './child-subgraph.fixture.ts';
import { internalClient } from './internal-client.ts';

let child: ChildSubgraph;

beforeAll(async () => {
  child = await startChildSubgraph();
});
afterAll(() => child?.close());
beforeEach(() => {
  child.statements.length = 0;
  child.logged.length = 0;
});

describe.each(['in process', 'over HTTP'])('internal calls %s', (road) => {
  const client = () => {
    const target = road === 'in process' ? { subgraph: child.subgraph } : { url: child.address };
    return internalClient({ ...target, name: 'children', secret, clock });
  };
  const caller: Caller = { kind: 'service', name: 'gateway', requestId: 'r' };

  async function* pieces(): AsyncIterable<Uint8Array> {
    yield Buffer.from('first ');
    yield Buffer.from('second £');
  }

  test('carry parameters and a stream, and bring back the answer', async () => {
    const params = { name: 'épisodes & more.csv', la: 'E1' };
    const answer = await client().call('echo', { caller, params, body: pieces() });
    expect(answer).toEqual({ kind: 'service', params, bytes: 'first second £' });
    expect(await client().call('echo', { caller })).toEqual({ kind: 'service', params: {}, bytes: '' });
    expect(await client().call('nothing', { caller })).toBeNull();
  });

  test('bring back refusals as such, and faults masked', async () => {
    await expect(client().call('refuse', { caller })).rejects.toEqual(new NotFoundError('There is no such upload.'));
    await expect(client().call('missing', { caller })).rejects.toBeInstanceOf(NotFoundError);
    await expect(client().call('fail', { caller })).rejects.toThrow(/^Something went wrong\. Reference/);
    expect(child.logged).toMatchObject([{ fields: { operation: 'fail', requestId: 'r' } }]);
  });

  test('a token holds for its route and parameters only', async () => {
    const stolen = tokenFor('/internal/echo?la=E1', caller);
    const params = { la: 'E2' };
    await expect(child.subgraph.callInternal('echo', { token: stolen, params })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const response = await child.post('/internal/echo?la=E2', '', { [CALLER_HEADER]: stolen });
    expect(response.status).toBe(401);
  });
});

test('an address where nobody listens is unavailable', async () => {
  const client = internalClient({ url: 'http://127.0.0.1:9', name: 'children', secret, clock });
  const call = client.call('echo', { caller: { kind: 'service', name: 'gateway', requestId: 'r' } });
  await expect(call).rejects.toBeInstanceOf(UnavailableError);
});
