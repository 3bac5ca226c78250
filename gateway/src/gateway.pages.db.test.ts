import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { integrityOf } from './module-registry/built-files.ts';
import { publishModule, rollbackModule, type ModuleEntry } from './module-registry/index.ts';
import { Browser } from './testing/browser.ts';
import { writeBuiltModule } from './testing/built-module.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
let build: string;
let entry: ModuleEntry;

beforeAll(async () => {
  gateway = await startTestGateway();
  build = join(gateway.folder, 'build');
});
afterAll(async () => gateway.close());
beforeEach(async () => {
  await writeBuiltModule(build, { text: 'one' });
  ({ entry } = await publishModule(gateway.modulesDir, build));
});

const page = { accept: 'text/html,application/xhtml+xml' };
const registryOf = async (browser = new Browser()) =>
  (
    (await (await browser.request(`${gateway.url}/registry.json`)).json()) as {
      modules: (ModuleEntry & { manifestIntegrity?: string })[];
    }
  ).modules;

describe('the shell’s page', () => {
  it('is for people signed in, and leads the others to the sign-in and back', async () => {
    const response = await fetch(`${gateway.url}/la/children?x=1`, { headers: page, redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/sign-in?returnTo=%2Fla%2Fchildren%3Fx%3D1');
  });

  it('carries nonce, registry, import map and preloads, under a policy that allows nothing else', async () => {
    const browser = new Browser();
    const { response } = await browser.signIn(gateway.url, 'la-analyst', '/la/today');
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(response.headers.get('integrity-policy')).toBe('blocked-destinations=(script)');
    expect(html).not.toContain('__CSP_NONCE__');
    const importMap = JSON.parse(
      /<script type="importmap" nonce="([\w-]+)">(.*?)<\/script>/.exec(html)?.[2] ?? '{}',
    ) as { integrity: Record<string, string> };
    const remoteEntry = `/modules/la/${entry.version}/remoteEntry-abc.js`;
    expect(importMap.integrity[remoteEntry]).toBe(entry.integrity['remoteEntry-abc.js']);
    expect(Object.keys(importMap.integrity)).toContain('/assets/index-abc.js');
    expect(html).toContain(
      `<link rel="modulepreload" href="${remoteEntry}" integrity="${entry.integrity['remoteEntry-abc.js']}" nonce="${nonce}">`,
    );
    expect(html).toMatch(/src="\/assets\/index-abc\.js"[^>]* integrity="sha384-/);
    const registry = JSON.parse(
      /<script type="application\/json" id="registry">(.*?)<\/script>/.exec(html)?.[1] ?? '{}',
    ) as { modules: ModuleEntry[] };
    expect(registry.modules.map(({ id }) => id)).toEqual(['la']);
  });

  it('has another nonce each time, and is never kept', async () => {
    const browser = new Browser();
    const first = (await browser.signIn(gateway.url, 'la-analyst')).response;
    const second = await browser.request(gateway.url, { headers: page });
    expect(first.headers.get('content-security-policy')).not.toBe(second.headers.get('content-security-policy'));
    expect(second.headers.get('cache-control')).toBe('no-store');
  });

  it('is the answer to the address of a child, which has a point in it, when it is opened or loaded again', async () => {
    const browser = new Browser();
    await browser.signIn(gateway.url, 'la-analyst');
    const address = `${gateway.url}/la/children/E08000025.3ayhzgmmbrk2xsvwczqs`;
    const response = await browser.request(address, { headers: page });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('is not the answer to what asks for a file or for data', async () => {
    for (const path of [
      '/favicon.ico',
      '/assets/missing.js',
      '/index.html',
      '/operations.json',
      '/.env',
      '/assets/..%2findex.html',
    ]) {
      const response = await fetch(`${gateway.url}${path}`, { headers: page, redirect: 'manual' });
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('application/json');
    }
    expect((await fetch(`${gateway.url}/la`, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await fetch(`${gateway.url}/la`, { method: 'POST' })).status).toBe(404);
  });
});

describe('modules', () => {
  it('are served for ever, compressed, from the folder of their version', async () => {
    const response = await fetch(`${gateway.url}/modules/la/${entry.version}/assets/module-abc.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(integrityOf(Buffer.from(await response.arrayBuffer()))).toBe(entry.integrity['assets/module-abc.js']);
    const manifest = await fetch(`${gateway.url}${entry.entry}`);
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
    expect(integrityOf(Buffer.from(await manifest.arrayBuffer()))).toBe((await registryOf())[0]?.manifestIntegrity);
  });

  it('can be asked for again under a fresh address', async () => {
    for (const retry of ['~1', '~2', '~17']) {
      const response = await fetch(`${gateway.url}/modules/la/${entry.version}/${retry}/assets/module-abc.js`);
      expect(integrityOf(Buffer.from(await response.arrayBuffer()))).toBe(entry.integrity['assets/module-abc.js']);
    }
  });

  it('answer 404 and not a page for what is not there, and nothing from outside their folder', async () => {
    const paths = [
      'assets/missing.js',
      'operations.json',
      '../../registry.json',
      '..%2f..%2fregistry.json',
      '~1/~1/remoteEntry-abc.js',
      'assets',
      'assets/',
    ];
    for (const path of paths) {
      const response = await fetch(`${gateway.url}/modules/la/${entry.version}/${path}`, {
        headers: page,
        redirect: 'manual',
      });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect((await fetch(`${gateway.url}/modules/registry.json/x/y.js`)).status).toBe(404);
  });

  it('are live from the moment they are published, and rolled back as fast, without a restart', async () => {
    await writeBuiltModule(build, { text: 'two' });
    const second = await publishModule(gateway.modulesDir, build);
    expect((await registryOf())[0]?.version).toBe(second.entry.version);
    expect((await fetch(`${gateway.url}/modules/la/${entry.version}/remoteEntry-abc.js`)).status).toBe(200);
    await rollbackModule(gateway.modulesDir, 'la');
    expect((await registryOf())[0]?.version).toBe(entry.version);
  });

  it('whose files were changed on disk have another hash than the page says, so that browsers refuse them', async () => {
    const file = join(gateway.modulesDir, 'la', entry.version, 'remoteEntry-abc.js');
    await writeFile(file, 'alert(document.cookie)');
    const tampered = Buffer.from(
      await (await fetch(`${gateway.url}/modules/la/${entry.version}/remoteEntry-abc.js`)).arrayBuffer(),
    );
    expect(integrityOf(tampered)).not.toBe((await registryOf())[0]?.integrity['remoteEntry-abc.js']);
    await rm(join(gateway.modulesDir, 'la', entry.version), { recursive: true });
  });

  it('are told to those who can use them', async () => {
    const inspector = new Browser();
    await inspector.signIn(gateway.url, 'ofsted-inspector');
    expect(await registryOf(inspector)).toEqual([]);
    const analyst = new Browser();
    await analyst.signIn(gateway.url, 'la-analyst');
    expect((await registryOf(analyst)).map(({ id }) => id)).toEqual(['la']);
  });
});

describe('every answer', () => {
  it('carries the security headers, errors and the provider’s own included', async () => {
    for (const path of [
      '/health/live',
      '/registry.json',
      '/graphql',
      '/nothing.js',
      '/sign-in',
      '/signed-out',
      '/oidc/.well-known/openid-configuration',
      '/oidc/nothing',
      '/oauth/token',
      '/oauth/jwks',
      '/.well-known/oauth-authorization-server',
      '/demonstration/token',
      '/session',
      '/sign-in/callback?code=x',
      '/',
    ]) {
      const { headers } = await fetch(`${gateway.url}${path}`, { redirect: 'manual' });
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cache-control')).not.toBeNull();
      const isOpen = path.startsWith('/oidc/.well-known');
      expect(headers.get('access-control-allow-origin')).toBe(isOpen ? '*' : null);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is so even where the request cannot be read', async () => {
    const { port } = new URL(gateway.url);
    const answers = await Promise.all(
      ['NONSENSE\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`].map(
        async (text) =>
          new Promise<string>((resolve) => {
            const socket = connect(Number(port), 'localhost', () => socket.write(text));
            let answer = '';
            socket.on('data', (part) => (answer += part.toString()));
            socket.on('close', () => resolve(answer));
          }),
      ),
    );
    expect(answers.map((answer) => answer.split('\r\n', 1)[0])).toEqual([
      'HTTP/1.1 400 Bad Request',
      'HTTP/1.1 431 Request Header Fields Too Large',
    ]);
    for (const answer of answers) expect(answer).toMatch(/x-content-type-options: nosniff[^]*"code":"BAD_REQUEST"/);
  });

  it('is a clear page while the shell is not built', async () => {
    const unbuilt = await startTestGateway({ shellDir: '/nonexistent' });
    try {
      const { response } = await new Browser().signIn(unbuilt.url, 'la-analyst');
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('not built');
    } finally {
      await unbuilt.close();
    }
  });
});
