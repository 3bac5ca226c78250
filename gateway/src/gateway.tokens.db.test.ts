import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecret } from './testing/stand-in-subgraphs.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(async () => gateway.close());

const json = { 'content-type': 'application/json' };
const csrf = { 'x-mainstay-csrf': '1' };

describe('demonstration tokens', () => {
  it('are given for each account, any local authority of England and any practice', async () => {
    for (const account of [
      'la-commissioner',
      'la-manager',
      'swp-worker',
      'swp-manager',
      'ofsted-inspector',
      'integrator',
    ]) {
      const token = await gateway.token(account, { la: 'E08000026', practice: 'another-practice' });
      expect(
        (await gateway.ask({ query: '{ __typename child(id: "x") { id } }' }, { authorization: `Bearer ${token}` }))
          .status,
      ).toBe(200);
    }
    expect(gateway.stand.viewers.at(-1)).toMatchObject({ role: 'integrator', laCodes: ['E08000026'] });
  });

  it('say so when the account, the authority or the practice is not one', async () => {
    const ask = async (body: object) =>
      fetch(`${gateway.url}/demonstration/token`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    for (const body of [
      { account: 'administrator' },
      { account: 'la-analyst', la: 'W06000001' },
      { account: 'la-analyst', la: 'E06000000' },
      { account: 'swp-worker', practice: '../x' },
      {},
    ]) {
      const response = await ask(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ message: expect.stringMatching(/account|local authority/) });
    }
  });

  it('are worth nothing when they are changed, or at a gateway with another secret', async () => {
    const token = await gateway.token('la-analyst');
    expect(
      (await gateway.ask({ query: '{ __typename }' }, { authorization: `Bearer ${token.slice(0, -2)}xx` })).status,
    ).toBe(401);
    const port = await freePort();
    const stranger = await startTestGateway({ secret: `${testSecret} of another`, publicUrl: gateway.url, port });
    try {
      const headers = { ...json, authorization: `Bearer ${token}` };
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers,
        body: '{"query":"{ __typename }"}',
      });
      expect(response.status).toBe(401);
    } finally {
      await stranger.close();
    }
  });
});

describe('another identity provider', () => {
  it('is found by discovery: its tokens are taken, and people are sent to it', async () => {
    const oidc = {
      issuer: `${gateway.url}/oidc`,
      clientId: 'another',
      clientSecret: 'secret',
      audience: 'mainstay',
      scope: 'openid profile',
    };
    const other = await startTestGateway({ identity: { oidc } });
    try {
      const headers = { ...json, authorization: `Bearer ${await gateway.token('la-manager')}` };
      const response = await fetch(`${other.url}/graphql`, {
        method: 'POST',
        headers,
        body: '{"query":"{ child(id: \\"E08000025.1\\") { localId } }"}',
      });
      expect(await response.json()).toMatchObject({ data: { child: { localId: '901' } } });
      const location = new URL(
        (await fetch(`${other.url}/sign-in`, { redirect: 'manual' })).headers.get('location') ?? '',
      );
      expect(location.origin + location.pathname).toBe(`${gateway.url}/oidc/auth`);
      expect(Object.fromEntries(location.searchParams)).toMatchObject({
        client_id: 'another',
        code_challenge_method: 'S256',
        redirect_uri: `${other.url}/sign-in/callback`,
        scope: 'openid profile',
        state: expect.any(String),
        nonce: expect.any(String),
      });
    } finally {
      await other.close();
    }
  });

  it('that does not answer leaves the rest running', async () => {
    const oidc = {
      issuer: 'http://127.0.0.1:1',
      clientId: 'another',
      clientSecret: 'secret',
      audience: 'mainstay',
      scope: 'openid',
    };
    const other = await startTestGateway({ identity: { oidc } });
    try {
      expect((await fetch(`${other.url}/sign-in`, { redirect: 'manual' })).status).toBe(503);
      expect(
        (
          await fetch(`${other.url}/graphql`, {
            method: 'POST',
            headers: { ...json, authorization: 'Bearer a.b.c' },
            body: '{}',
          })
        ).status,
      ).toBe(503);
      expect((await fetch(`${other.url}/health/live`)).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('production', () => {
  const oidc = {
    issuer: 'https://login.example',
    clientId: 'x',
    clientSecret: 'y',
    audience: 'mainstay',
    scope: 'openid',
  };

  it('does not start with the demonstration accounts', async () => {
    const starting = startTestGateway({
      isProduction: true,
      identity: { demonstration: { la: 'E08000025', practice: 'harbour-practice' } },
    });
    await expect(starting).rejects.toThrow('not for production');
  });

  it('has neither demonstration tokens nor the embedded provider', async () => {
    const port = await freePort();
    const production = await startTestGateway({
      isProduction: true,
      publicUrl: 'https://mainstay.example',
      identity: { oidc },
      port,
    });
    try {
      const here = `http://127.0.0.1:${port}`;
      expect(
        (
          await fetch(`${here}/demonstration/token`, {
            method: 'POST',
            headers: json,
            body: '{"account":"la-analyst"}',
          })
        ).status,
      ).toBe(404);
      expect((await fetch(`${here}/oidc/token`, { method: 'POST', headers: json, body: '{}' })).status).toBe(404);
      expect(await (await fetch(`${here}/session`)).json()).toEqual({ viewer: null, demonstration: false, csrf: '1' });
      const live = await fetch(`${here}/health/live`);
      expect(live.headers.get('strict-transport-security')).toContain('max-age=');
      const signedOut = await fetch(`${here}/sign-out`, {
        method: 'POST',
        headers: { ...csrf, origin: 'https://mainstay.example' },
      });
      expect(signedOut.headers.getSetCookie().join()).toMatch(
        /__Host-mainstay-session=;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Lax/i,
      );
    } finally {
      await production.close();
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
