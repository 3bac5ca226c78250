import { systemClock } from '@mainstay/primitives';
import { createLogger } from '@mainstay/subgraph-kit';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { SignInPage } from '../e2e/pages/sign-in.page-object.ts';
import { launchBrowser } from './browser.ts';
import { requireNothingPersonal, type LeftBehind } from './personal-words.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';

/** A demonstration account that the sign-in page offers. */
export type Account =
  | 'la-analyst'
  | 'la-commissioner'
  | 'la-manager'
  | 'la-worker'
  | 'la-iro'
  | 'swp-worker'
  | 'swp-manager'
  | 'ofsted-inspector';

/** One person at one browser, from signing in to closing it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts and of the content security policy, answers that failed. */
  readonly troubles: string[];
  /** Goes to a path of the platform and waits until its heading is there and nothing loads any more. */
  open(path: string): Promise<void>;
}

/** A platform and a browser that visit it. */
export interface Browsing {
  readonly platform: TestPlatform;
  /** A fresh browser profile, signed in as the account; not signed in without one. */
  visit(account?: Account, width?: number): Promise<Visit>;
  stop(): Promise<void>;
}

/**
 * Starts a platform with the small world and a browser; stop both in `afterAll`. Stopping searches all that was logged,
 * asked for by address and answered as an error for personal data, and throws when there is any.
 */
export async function startBrowsing(): Promise<Browsing> {
  const left: LeftBehind = { log: [], addresses: [], errors: [] };
  const logger = createLogger({
    service: 'platform',
    now: () => systemClock.now(),
    write: (line) => void left.log.push(line),
  });
  const [platform, browser] = await Promise.all([
    startTestPlatform({ logger, variables: { MISUSE_WATCH_SECONDS: '5' } }),
    launchBrowser(),
  ]);
  return {
    platform,
    visit: (account, width) => visit({ browser, url: platform.url, left }, account, width),
    stop: async () => {
      await browser.close();
      try {
        await requireNothingPersonal(platform, left);
      } finally {
        await platform.stop();
      }
    },
  };
}

async function visit(
  { browser, url, left }: { browser: Browser; url: string; left: LeftBehind },
  account?: Account,
  width = 1280,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  // A dialogue of files is caught from the start: one that opened before somebody waited for it would be lost.
  page.on('filechooser', () => undefined);
  const troubles = listen(page);
  takeDown(page, left);
  if (account) await new SignInPage(page).signInAs(account);
  return { page, context, troubles, open: (path) => open(page, path) };
}

function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => void troubles.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${new URL(response.url()).pathname}`);
  });
  return troubles;
}

/** Takes down what the browser asks for, and what errors it is answered. */
function takeDown(page: Page, left: LeftBehind): void {
  page.on('request', (request) => void left.addresses.push(request.url()));
  page.on('framenavigated', (frame) => void left.addresses.push(frame.url()));
  page.on('response', (response) => void textsOfErrors(response).then((texts) => left.errors.push(...texts)));
}

async function textsOfErrors(response: Response): Promise<string[]> {
  if (!response.url().endsWith('/graphql') && response.status() < 400) return [];
  // A page that went on no longer has the answer.
  const body = await response.text().catch(() => '');
  if (response.status() >= 400) return [body];
  const { errors = [] } = JSON.parse(body || '{}') as { errors?: { message: string }[] };
  return errors.map(({ message }) => message);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until a page has its heading and every part of it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('.mainstay-loading, [aria-busy="true"]'));
}
