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
    await expect
      .poll(async () => {
        await access.open('/la/audit');
        await access.searchFor(localId);
        return (await access.rowsOf(/newest first$/)).join('\n');
      }, SEALED)
      .toMatch(/Amara Field/);
    const opened = (await access.rowsOf(/newest first$/)).filter((row) => row.includes('Opened a record'));
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every((row) => row.includes(localId))).toBe(true);
    expect(opened.join('\n')).toContain('Analyst, Birmingham');
    expect(opened.join('\n')).toContain('Looking after children');

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

describe('somebody who is not a manager', () => {
  test.each([
    '/la/audit',
    '/la/audit/concerns',
    '/la/credentials',
    '/la/restricted',
    '/la/reviewing-officers',
    '/la/people',
  ])('is told at %s whom the page is for', async (path) => {
    const { page, troubles, open } = await browsing.visit('la-analyst');
    await open(path);
    expect(await page.locator('main').innerText()).toContain('This page is for the managers of Birmingham.');
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
