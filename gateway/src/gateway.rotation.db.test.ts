import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Browser } from './testing/browser.ts';
import { testSecret } from './testing/stand-in-subgraphs.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const nextSecret = 'the next secret of tests, of thirty-two characters';

afterEach(() => vi.unstubAllEnvs());

const asking = { query: '{ child(id: "E08000025.1") { localId } }' };

async function statusWith(gateway: TestGateway, token: string): Promise<number> {
  return (await gateway.ask(asking, { authorization: `Bearer ${token}` })).status;
}

describe('when the platform’s secret is changed', () => {
  it('nobody is dropped: sessions, sign-ins under way and tokens go on, and new ones are signed with the new key', async () => {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const before = await startTestGateway({ publicUrl, port, secret: testSecret });
    const browser = new Browser();
    await browser.signIn(before.url, 'la-analyst');
    const late = new Browser();
    const page = await late.open(`${before.url}/sign-in`);
    expect(page.url).toContain('/oidc/interaction/');
    const token = await before.token('la-analyst');
    const [, interaction] = [await late.request(`${before.url}/sign-in`), late.cookie('mainstay-sign-in')];
    const { database } = before;
    await before.stop();

    vi.stubEnv('MAINSTAY_SECRET_PREVIOUS', testSecret);
    const after = await startTestGateway({ publicUrl, port, secret: nextSecret, database });
    try {
      expect(await statusWith(after, token)).toBe(200);
      const session = await (await browser.request(`${after.url}/session`)).json();
      expect(session).toMatchObject({ viewer: { role: 'la-analyst' } });
      const renewed = await after.token('la-analyst');
      expect(decodeProtectedHeader(renewed).kid).not.toBe(decodeProtectedHeader(token).kid);
      const keys = (await (await fetch(`${after.url}/oauth/jwks`)).json()) as { keys: { kid: string }[] };
      expect(new Set(keys.keys.map(({ kid }) => kid)).size).toBe(2);
      // The sign-in that began before is refused for its state, not because it cannot be read.
      expect(interaction).toBeDefined();
      const callback = await late.request(`${after.url}/sign-in/callback?code=x&state=y`);
      expect(await callback.text()).toContain('did not confirm');
    } finally {
      vi.unstubAllEnvs();
      await after.stop();
    }

    const alone = await startTestGateway({ publicUrl, port, secret: nextSecret, database });
    expect(await statusWith(alone, token)).toBe(401);
    await alone.close();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
