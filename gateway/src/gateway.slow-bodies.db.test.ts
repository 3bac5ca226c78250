import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from './graph/limits.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ limits: { ...defaultLimits, bodyMs: 300 } });
});
afterAll(() => gateway?.close());

/** Sends the head of a request, then a byte at a time; answers what came back until the connection was closed. */
async function dribble(path: string, headers: string): Promise<string> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n`);
    const timer = setInterval(() => socket.write(headers.includes('chunked') ? '1\r\nx\r\n' : 'x'), 50);
    const finish = (): void => {
      clearInterval(timer);
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', finish);
    socket.on('close', finish);
    socket.setTimeout(5_000, finish);
  });
}

describe('a body that comes a byte at a time', () => {
  test.each([
    ['/graphql', 'Content-Type: application/json\r\nContent-Length: 100000'],
    ['/graphql', 'Content-Type: application/json\r\nTransfer-Encoding: chunked'],
    ['/oauth/token', 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8000'],
    ['/sign-out', 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000'],
  ])('is refused at %s with %s, and its connection closed', async (path, headers) => {
    const text = await dribble(path, headers);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(text).toContain('x-content-type-options: nosniff');
  });

  test('is no reason to refuse others, and a body that arrives in time is answered', async () => {
    const slow = dribble('/graphql', 'Content-Type: application/json\r\nContent-Length: 100000');
    const response = await gateway.ask({ query: '{ __typename }' });
    expect(response.status).toBe(200);
    await slow;
    await wait(400);
    expect((await gateway.ask({ query: '{ __typename }' })).status).toBe(200);
  });
});
