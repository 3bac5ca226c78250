import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishModule, rollbackModule } from '@mainstay/gateway/module-registry';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';

let browsing: Browsing;
let copies: string;
beforeAll(async () => {
  copies = mkdtempSync(join(tmpdir(), 'mainstay-modules-'));
  browsing = await startBrowsing();
});
afterAll(async () => {
  await browsing?.stop();
  rmSync(copies, { recursive: true, force: true });
});

const root = join(import.meta.dirname, '../..');
const ofModule = /\/modules\/la\//;
/** A little longer than a module is given. */
const TOO_LONG_MS = 5_500;

/** A copy of the module for authorities whose script of pages is changed. */
function changedModule(name: string, change: (code: string) => string): string {
  const folder = join(copies, name);
  for (const part of ['dist', 'module.json', 'package.json']) {
    cpSync(join(root, 'web-modules/la', part), join(folder, part), { recursive: true });
  }
  const assets = join(folder, 'dist/assets');
  const pages = readdirSync(assets).find((file) => /^module-.*\.js$/.test(file)) ?? '';
  writeFileSync(join(assets, pages), change(readFileSync(join(assets, pages), 'utf8')));
  return folder;
}

/** The module with other words on its first page. */
const reworded = (name: string, words: string) =>
  changedModule(name, (code) => code.replace('How steady the lives of the children', words));

const modulesDir = () => join(browsing.platform.dataDir, 'modules');
const footer = (page: Page) => page.locator('footer').innerText();

/** The pane of a module that failed: named, offering to try again, with the frame around it whole. */
async function expectOwnPaneOnly(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Local authority is not available' }).waitFor();
  expect(await page.getByText(/module la, version 0\.1\.0-[0-9a-f]{8}/).count()).toBe(1);
  expect(await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').count()).toBe(8);
  await page.getByRole('link', { name: 'Accessibility statement' }).click();
  await page.getByRole('heading', { level: 1, name: /^Accessibility statement/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /^(Local authority is not available|Stability)/ }).waitFor();
}

/** Signs in with the module out of order. */
async function visitWith(answer: (route: Route) => Promise<void>): Promise<Visit & { repair(): Promise<void> }> {
  const visit = await browsing.visit();
  await visit.context.route(ofModule, answer);
  await visit.page.goto('/');
  await visit.page.locator('input[value="la-analyst"]').check();
  await visit.page.getByRole('button', { name: 'Sign in' }).click();
  return { ...visit, repair: () => visit.context.unroute(ofModule) };
}

const troubles: readonly [string, (route: Route) => Promise<void>][] = [
  ['is not there', (route) => route.fulfill({ status: 404, body: '' })],
  ['breaks the connection', (route) => route.abort('connectionreset')],
  [
    'is slow',
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, TOO_LONG_MS));
      await route.continue().catch(() => undefined);
    },
  ],
  [
    'was tampered with',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;document.title = 'mine';` });
    },
  ],
];

describe('a module that', () => {
  test.each(troubles)('%s costs its own pane, and opens once it is mended', async (_name, answer) => {
    const { page, repair, context } = await visitWith(answer);
    await page.getByRole('heading', { level: 1, name: 'Local authority is not available' }).waitFor();
    expect(await page.title()).toBe('Local authority is not available – Mainstay');
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Stability' }).waitFor();
    await settled(page);
    expect(await page.getByRole('article').count()).toBe(6);
    await context.close();
  });

  test('throws while it is drawn costs its own pane; rolled back, it is there again', async () => {
    const broken = changedModule('throwing', (code) =>
      code.replace('How steady the lives', '${(()=>{throw Error("drawn")})()}How steady the lives'),
    );
    await publishModule(modulesDir(), broken);
    const { page, context } = await browsing.visit('la-analyst');
    await expectOwnPaneOnly(page);
    await rollbackModule(modulesDir(), 'la');
    await page.goto('/la');
    await page.getByRole('heading', { level: 1, name: 'Stability' }).waitFor();
    expect(await page.getByText('is not available').count()).toBe(0);
    await context.close();
  });

  test('was changed on the server’s disk after it was published is not run', async () => {
    const { entry } = await publishModule(modulesDir(), reworded('tampered', 'Words that are changed on the disk'));
    const assets = join(modulesDir(), 'la', entry.version, 'assets');
    for (const file of readdirSync(assets)) {
      const path = join(assets, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace('Words that are changed', 'Words somebody put there'));
    }
    const { page, context } = await browsing.visit('la-analyst');
    await page.locator('h1').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Words somebody put there');
    await context.close();
    await rollbackModule(modulesDir(), 'la');
  });
});

describe('a new version of a module', () => {
  test('is there for the next page that is loaded; an open one goes on with the old, and the shell is untouched', async () => {
    const shell = stampsOf(join(root, 'web-shell/dist'));
    const { page, open, context, troubles: found } = await browsing.visit('la-analyst');
    await settled(page);
    const before = await footer(page);
    const { entry } = await publishModule(modulesDir(), reworded('new', 'New words about the lives of the children'));

    await page.getByRole('link', { name: 'Children', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Children' }).waitFor();
    await settled(page);
    await page.getByRole('link', { name: 'Returns', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Returns' }).waitFor();
    await settled(page);
    expect(await footer(page)).toBe(before);

    await open('/la');
    expect(await footer(page)).toContain(entry.version);
    expect(await page.locator('main').innerText()).toContain('New words about the lives');

    await rollbackModule(modulesDir(), 'la');
    await open('/la');
    expect(await footer(page)).toBe(before);
    expect(await page.locator('main').innerText()).toContain('How steady the lives');
    expect(stampsOf(join(root, 'web-shell/dist'))).toEqual(shell);
    expect(found).toEqual([]);
    await context.close();
  });
});

function stampsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((name) => {
    const { mtimeMs, size } = statSync(join(folder, String(name)));
    return `${String(name)} ${mtimeMs} ${size}`;
  });
}
