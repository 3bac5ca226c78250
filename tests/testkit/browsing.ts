import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SignInPage } from '../e2e/pages/sign-in.page-object.ts';
import { launchBrowser } from './browser.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';

/** A demonstration account that the sign-in page offers. */
export type Account =
  'la-analyst' | 'la-commissioner' | 'la-manager' | 'la-iro' | 'swp-worker' | 'swp-manager' | 'ofsted-inspector';

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

/** Starts a platform with the small world and a browser; stop both in `afterAll`. */
export async function startBrowsing(): Promise<Browsing> {
  const [platform, browser] = await Promise.all([startTestPlatform(), launchBrowser()]);
  return {
    platform,
    visit: (account, width) => visit(browser, platform.url, account, width),
    stop: async () => {
      await browser.close();
      await platform.stop();
    },
  };
}

async function visit(browser: Browser, url: string, account?: Account, width = 1280): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  // A dialogue of files is caught from the start: one that opened before somebody waited for it would be lost.
  page.on('filechooser', () => undefined);
  const troubles = listen(page);
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

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until a page has its heading and every part of it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('.mainstay-loading, [aria-busy="true"]'));
}
