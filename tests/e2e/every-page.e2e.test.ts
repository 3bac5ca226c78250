import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import {
  anyImport,
  anyCheckedChild,
  anyChild,
  anyLifeLine,
  anyChronology,
  anyChildsAccess,
  anyInspection,
  sections,
  forms,
  routes,
} from './every-page.routes.ts';
import { ChildrenPage } from './pages/children.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

const accounts = Object.keys(routes) as (keyof typeof routes)[];

/** The addresses of routes, those that name a record with one that is there. */
async function addresses(page: Page, account: keyof typeof routes, width: number): Promise<string[]> {
  const base = `/${new URL(page.url()).pathname.split('/')[1]}`;
  // An inspector opens the records of the sample, which the room lists.
  await page.goto(account === 'ofsted-inspector' ? base : `${base}/children`);
  await settled(page);
  await new ChildrenPage(page).openFirst();
  const child = new URL(page.url()).pathname;
  const found: Record<string, string> = {
    [anyChild]: child,
    [anyChildsAccess]: `${child}/access`,
    [anyLifeLine]: `${child}/history`,
    [anyChronology]: `${child}/chronology?kind=PLACEMENT`,
  };
  const find = async (route: string, listPath: string, table: RegExp) => {
    if (!routes[account].includes(route)) return;
    await page.goto(listPath);
    await settled(page);
    found[route] =
      (await page.getByRole('table', { name: table }).locator('tbody a').first().getAttribute('href')) ?? '';
  };
  await find(anyImport, '/la/returns', /^Imports/);
  await find(anyInspection, '/la/inspections', /^Inspections/);
  await find(anyCheckedChild, '/la/returns/check/2026?by=child', /with a fault/);
  const below = (route: string) => (route.startsWith(`${anyChild}/`) ? route.replace(anyChild, child) : route);
  const wanted = routes[account].filter((route) => isLookedAt(route, account, width));
  return wanted.map((route) => found[route] ?? below(route));
}

/**
 * The sections of a record are the kit's, alike in every module: on a wide screen they are looked at with the account that
 * has all of them, and their forms, one column wherever they are, on the narrow one.
 */
function isLookedAt(route: string, account: keyof typeof routes, width: number): boolean {
  if (width < 1280) return true;
  return !forms.includes(route) && (account === 'la-worker' || !sections.includes(route));
}

/** How long the pages of one account may take, in milliseconds. */
const LONGEST = 400_000;

describe.each([1280, 320])('at %i pixels', (width) => {
  test.each(accounts)(
    'axe objects to no page of %s, and none scrolls sideways',
    { timeout: LONGEST },
    async (account) => {
      const { page, open, troubles } = await browsing.visit(account, width);
      const found: Record<string, string[]> = {};
      for (const address of await addresses(page, account, width)) {
        await open(address);
        // What opens under a line holds more than the page does: everything closed is also there when it is open.
        await page.locator('summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
        const objected = await objections(page);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (tooWide > 0) objected.push(`scrolls ${tooWide} pixels sideways`);
        if ((await page.locator('h1').count()) !== 1) objected.push('has not one h1');
        if (!(await page.title()).endsWith(' – Mainstay')) objected.push(`has the title ${await page.title()}`);
        if (objected.length > 0) found[address] = objected;
      }
      expect(found).toEqual({});
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  test('axe objects to no page of the sign-in', async () => {
    const { page } = await browsing.visit(undefined, width);
    const found: Record<string, string[]> = {};
    for (const path of ['/', '/signed-out', '/sign-in/callback?error=access_denied']) {
      await page.goto(path);
      const objected = await objections(page);
      if (objected.length > 0) found[path] = objected;
    }
    expect(found).toEqual({});
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      return `${activeElement?.localName} ${activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim()}`;
    });
  const tabTo = async (page: Page, name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await focused(page))) return;
    }
    throw new Error(`The Tab key does not reach ${name}.`);
  };

  test('the first stop skips to the page; what is focused can be seen', async () => {
    const { page, open } = await browsing.visit('la-analyst');
    await open('/la/children');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a Skip to main content');
    expect(await page.locator(':focus').boundingBox()).toMatchObject({ x: expect.any(Number) });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
    await page.keyboard.press('Tab');
    const outline = await page.locator(':focus').evaluate((one) => {
      const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(one);
      return [outlineStyle !== 'none', boxShadow !== 'none', backgroundColor !== 'rgba(0, 0, 0, 0)'];
    });
    expect(outline).toContain(true);
    await page.context().close();
  });

  test('one goes to the children, opens one, and walks its life line', async () => {
    const { page, open } = await browsing.visit('la-analyst');
    await open('/la');
    await tabTo(page, /^a Children$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Children' }).waitFor();
    expect(await focused(page)).toBe('h1 Children');
    await settled(page);
    await tabTo(page, /^a \d{6}$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Child \d/ }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^h1 Child/);
    await settled(page);
    await tabTo(page, /^a Life line$/);
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await tabTo(page, /^g Legal status: /);
    const read: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      const name = (await focused(page)).replace('g ', '');
      expect((await page.locator('.mainstay-life-line__reading').textContent())?.trim()).toBe(name);
      read.push(name);
    }
    expect(read[4]).toMatch(/^Placement: /);
    expect(read[5]).toMatch(/^Legal status: /);
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toMatch(/^g /);
    await page.context().close();
  });

  test('one sends the form of an import that has no files, and is led to the fault and back to the field', async () => {
    const { page, open } = await browsing.visit('la-analyst');
    await open('/la/returns');
    await tabTo(page, /^button Continue$/);
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Choose the files of the return' }).first();
    await summary.waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: Returns/);
    expect(await objections(page)).toEqual([]);
    await tabTo(page, /^a Choose the files of the return$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('button Choose files');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles([{ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('CHILD\n') }]);
    await tabTo(page, /^button Remove/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
    await page.context().close();
  });

  test('the menu opens and closes on a narrow screen, and going back returns to the place', async () => {
    const { page, open } = await browsing.visit('la-analyst', 320);
    await open('/la');
    await tabTo(page, /^button Menu$/);
    expect(await page.getByRole('link', { name: 'Returns' }).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await tabTo(page, /^a Returns$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Returns' }).waitFor();
    expect(await page.getByRole('button', { name: 'Menu' }).getAttribute('aria-expanded')).toBe('false');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Stability' }).waitFor();
    await expect.poll(() => focused(page)).toBe('h1 Stability');
    await page.context().close();
  });
});
