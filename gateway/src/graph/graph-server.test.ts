import { systemClock } from '@mainstay/primitives';
import { silentLogger } from '@mainstay/subgraph-kit';
import { afterEach, describe, expect, it } from 'vitest';
import { TouchedSum } from '../audit/touched-sum.ts';
import type { SubgraphClient, SubgraphResponse } from '../subgraphs/subgraph-client.ts';
import { startGraphServer, type GraphServer } from './graph-server.ts';
import { defaultLimits } from './limits.ts';

let graph: GraphServer | undefined;
afterEach(async () => graph?.stop());

const asked: string[] = [];
let isSilent = false;
const caller = { kind: 'service', name: 'test', requestId: 'test' } as const;
const context = () => ({
  caller,
  requestId: 'test',
  deadline: Number.MAX_SAFE_INTEGER,
  missingParts: new Set<string>(),
  touched: new TouchedSum(),
});

async function start(answer: SubgraphResponse): Promise<GraphServer> {
  asked.length = 0;
  const client = (name: string): SubgraphClient => ({
    name,
    execute: async () => {
      asked.push(name);
      return isSilent ? answer : { ...answer, extensions: { touched: new TouchedSum().total } };
    },
    internal: { call: async () => Promise.reject(new Error('not here')) },
    isReady: async () => true,
    close: async () => {},
  });
  graph = await startGraphServer({
    subgraphs: ['children', 'workforce', 'contracts', 'gateway'].map(client),
    limits: defaultLimits,
    clock: systemClock,
    logger: silentLogger,
    isProduction: true,
  });
  return graph;
}

describe('graph server', () => {
  it('plans operations before anybody asks, without calling a subgraph, and counts those that do not fit', async () => {
    const server = await start({ data: {} });
    const fitting = 'mutation ($input: StartImport903Input!) { startImport903(input: $input) { __typename } }';
    const paged =
      'query ($la: ID!, $n: Int, $part: BehindMeasureInput!) { children(la: $la, first: $n, behind: $part) { totalCount } }';
    expect(await server.warm([fitting, paged])).toBe(0);
    expect(await server.warm([fitting, 'query { nothing }', '{'])).toBe(2);
    expect(asked).toEqual([]);
  });

  it('takes no data from a subgraph that does not say which records it is from', async () => {
    const server = await start({ data: { child: { id: 'x', localId: '1' } } });
    isSilent = true;
    const { data, errors } = await server.execute(
      { query: '{ child(id: "x") { id localId } }', variables: {}, operationName: undefined },
      context(),
    );
    isSilent = false;
    expect(data).toEqual({ child: null });
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  it('does not pass off as an answer what a subgraph left out', async () => {
    const server = await start({ data: { child: { id: 'x' } } });
    const result = await server.execute(
      { query: '{ child(id: "x") { id localId } }', variables: {}, operationName: undefined },
      context(),
    );
    expect(result.data).toEqual({ child: null });
    expect(result.errors).toEqual([
      {
        message: expect.any(String),
        path: ['child', 'localId'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) },
      },
    ]);
    expect(result.extensions).toEqual({});
  });

  it('tells nothing of its schema in production', async () => {
    const server = await start({ data: {} });
    const result = await server.execute(
      { query: '{ __schema { queryType { name } } }', variables: {}, operationName: undefined },
      context(),
    );
    expect(result.data).toBeUndefined();
    expect(result.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('does not start without one of its subgraphs', async () => {
    const starting = startGraphServer({
      subgraphs: [],
      limits: defaultLimits,
      clock: systemClock,
      logger: silentLogger,
      isProduction: true,
    });
    await expect(starting).rejects.toThrow('nobody said where it is');
  });
});
