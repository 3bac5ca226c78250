import { silentLogger, type LogFields } from '@mainstay/subgraph-kit';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { GlassNotice } from './glass-notice.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A receiver that answers `status`; resolves with what it was sent. */
async function receiver(status = 204): Promise<{ url: string; sent: Promise<unknown> }> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const server = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      response.writeHead(status).end();
      resolve(JSON.parse(body));
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent: promise };
}

const broken = { what: 'glass broken', laCode: 'E08000025', ids: ['E08000025.g1'], childIds: ['E08000025.child'] };

test('a broken glass is told outside, without the child', async () => {
  const { url, sent } = await receiver();
  new GlassNotice({ webhook: url, logger: silentLogger }).tell([{ ...broken, what: 'glass ended' }, broken]);
  expect(await sent).toEqual({ event: 'glass-broken', laCode: 'E08000025', breakGlassIds: ['E08000025.g1'] });
});

test('a receiver that refuses, or is not there, is an error in the log and nothing else', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const logged: (LogFields | undefined)[] = [];
  const logger = {
    ...silentLogger,
    error: (_event: string, fields?: LogFields) => void (logged.push(fields) === 2 && resolve()),
  };
  const { url } = await receiver(500);
  new GlassNotice({ webhook: url, logger }).tell([broken]);
  new GlassNotice({ webhook: 'http://127.0.0.1:1/', logger }).tell([broken]);
  await promise;
  expect(logged.map((fields) => fields?.status ?? null).toSorted((a, b) => Number(b) - Number(a))).toEqual([500, null]);
});

test('without a receiver nothing is sent', () => {
  expect(() => new GlassNotice({ webhook: null, logger: silentLogger }).tell([broken])).not.toThrow();
});
