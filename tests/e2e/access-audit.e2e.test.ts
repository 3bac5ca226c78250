import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { AccessPages } from './pages/access.page-object.ts';
import { ChildrenPage } from './pages/children.page-object.ts';

let browsing: Browsing;
let localId: string;
let childPath: string;
beforeAll(async () => {
  browsing = await startBrowsing();
  // An analyst opens one child's record: that is what the manager will find.
  const { page, open } = await browsing.visit('la-analyst');
  await open('/la/children');
  localId = await new ChildrenPage(page).openFirst();
  await settled(page);
  childPath = new URL(page.url()).pathname;
  await page.context().close();
});
afterAll(() => browsing?.stop());

/** The audit is sealed, and its index of children filled, about a second after the event. */
const SEALED = { timeout: 15_000, interval: 500 };

describe('a manager', () => {
  test('finds who opened a record, by the child’s number, by the person, and in a file', async () => {
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/access');
    await page.getByRole('link', { name: 'Audit', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit: who looked?' }).waitFor();
    await settled(page);
    const opened = async () => {
      await access.open('/la/audit');
      await access.searchFor(localId);
      return (await access.rowsOf(/newest first$/)).filter(
        (row) => row.includes('Amara Field') && row.includes('Opened a record'),
      );
    };
    // The rows that were waited for, and no second look at a table that may be loading.
    let rows: string[] = [];
    await expect.poll(async () => (rows = await opened()), SEALED).not.toEqual([]);
    expect(rows.every((row) => row.includes(localId))).toBe(true);
    expect(rows.join('\n')).toContain('Analyst, Birmingham');
    expect(rows.join('\n')).toContain('Looking after children');

    await page.getByRole('link', { name: 'Amara Field' }).first().click();
    await page.waitForURL(/person=/);
    const authors = async () =>
      new Set((await access.rowsOf(/newest first$/)).map((row) => row.includes('Amara Field')));
    await expect.poll(authors).toEqual(new Set([true]));
    const lines = await access.linesOfFile(/^Download CSV/);
    expect(lines[0]).toMatch(/^At \(UTC\),Kind,Outcome,Person/);
    expect(lines.slice(1).every((line) => line.includes('demo:la-analyst'))).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('has the audit checked, and reads that it is whole', async () => {
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/audit');
    await access.button('Check the audit now').click();
    await access.succeeds('Nothing was changed, removed or cut off.');
    await page.getByText(/^The audit is whole: a check on /).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is led to the day that does not exist, and to the number that no child has', async () => {
    const { page, open } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await open('/la/audit');
    await page.locator('summary', { hasText: /^Search: / }).click();
    const first = page.getByRole('group', { name: 'First day' });
    await first.getByLabel('Day').fill('31');
    await first.getByLabel('Month').fill('2');
    await first.getByLabel('Year').fill('2026');
    await access.button('Search').click();
    expect(await access.faults()).toEqual(['Enter a first day that exists, such as 31 3 2026, or leave it empty']);
    expect(await page.title()).toMatch(/^Error: Audit/);
    expect(await objections(page)).toEqual([]);
    await open('/la/audit?child=999999');
    await page.getByText('There is no child with the number 999999 that you may see.').waitFor();
    await page.context().close();
  });

  test('gives a child the list of everyone who looked', async () => {
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await expect
      .poll(async () => {
        await access.open(`${childPath}/access`);
        return (await access.rowsOf(/newest first$/).catch(() => [])).join('\n');
      }, SEALED)
      .toMatch(/Amara Field\|Analyst, Birmingham\|Opened the record\|Looking after children/);
    expect(await page.locator('main').innerText()).toContain('can be given to the child');
    const whole = access.button('Show the whole list, to print it');
    if (await whole.isVisible()) await whole.click();
    await access.button('Print').waitFor();
    const rows = await access.rowsOf(/newest first$/);
    const lines = await access.linesOfFile(/^Download CSV/);
    expect(lines[0]).toBe('When,Who,For whom,How,What for');
    expect(lines.length - 1).toBeGreaterThanOrEqual(rows.length);
    await page.emulateMedia({ media: 'print' });
    expect(await access.button('Print').isVisible()).toBe(false);
    expect(await page.getByRole('table').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('when a part of the platform does not answer', () => {
  /** Answers one operation as the gateway does when the audit cannot be had. */
  async function fail(page: Page, operation: string): Promise<void> {
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().operationName !== operation) return route.fallback();
      const errors = [{ message: 'The audit cannot be had. Try again.', extensions: { code: 'AUDIT_UNAVAILABLE' } }];
      return route.fulfill({ status: 503, json: { errors } });
    });
  }

  test('the index says which count is missing and leaves the rest', async () => {
    const { page, open } = await browsing.visit('la-manager');
    await fail(page, 'AccessOfConcerns');
    await open('/la/access');
    const rows = await new AccessPages(page).rowsOf(/^Pages about access/);
    expect(rows.find((row) => row.startsWith('Concerns|'))).toContain('This cannot be counted at the moment.');
    expect(rows.find((row) => row.startsWith('Inspections|'))).toContain('1 open');
    expect(await objections(page)).toEqual([]);
    await page.context().close();
  });

  test('the audit says so, and is there when it is asked for again', async () => {
    const { page, open } = await browsing.visit('la-manager');
    await fail(page, 'Audit');
    await open('/la/audit');
    const missing = page.getByRole('alert').filter({ hasText: 'The audit cannot be shown at the moment' });
    await missing.waitFor();
    expect(await page.getByRole('button', { name: 'Check the audit now' }).isVisible()).toBe(true);
    expect(await objections(page)).toEqual([]);
    await page.unroute('**/graphql');
    await missing.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table', { name: /newest first$/ }).waitFor();
    await page.context().close();
  });
});

describe('somebody who is not a manager', () => {
  test('is told on each page whom it is for', async () => {
    const { page, troubles, open } = await browsing.visit('la-analyst');
    const forManagers = ['audit', 'audit/concerns', 'credentials', 'restricted', 'reviewing-officers', 'people'];
    for (const path of forManagers) {
      await open(`/la/${path}`);
      const text = await page.locator('main').innerText();
      expect([path, text]).toEqual([path, expect.stringContaining('This page is for the managers of Birmingham.')]);
    }
    expect(await objections(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is told who may give a child the list', async () => {
    const { page, open } = await browsing.visit('la-analyst');
    await open(`${childPath}/access`);
    expect(await page.locator('main').innerText()).toContain('ask one of these people to print it');
    expect(await page.getByRole('table').count()).toBe(0);
    await page.context().close();
  });
});
