import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';

let browsing: Browsing;
let visit: Visit;
beforeAll(async () => {
  browsing = await startBrowsing();
  visit = await browsing.visit('la-analyst');
});
afterAll(() => browsing?.stop());

/** A census that nobody here wrote, of 2022: made by a program, and so full of faults. Only its authority is changed. */
const census = readFileSync(join(import.meta.dirname, '../fixtures/cswc-2022/social_work_workforce_2022.xml'), 'utf8');
const BIRMINGHAM = '330';

async function choose(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose/ }).click(),
  ]);
  await chooser.setFiles([{ name, mimeType: 'text/xml', buffer: Buffer.from(text, 'utf8') }]);
}

describe('the workforce', { timeout: 120_000 }, () => {
  test('is shown in rates beside what is published, each with its meaning', async () => {
    const { page, open, troubles } = visit;
    await open('/la');
    await page.getByRole('navigation').getByRole('link', { name: 'Workforce' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workforce' }).waitFor();
    await settled(page);
    const table = page.getByRole('table', { name: /beside its practices/ });
    const row = table.getByRole('row', { name: /^Staff turnover / }).first();
    expect(await row.innerText()).toMatch(/%/);
    await page.getByRole('link', { name: '2025', exact: true }).click();
    await page.waitForURL(/to=2025-09-30/);
    await settled(page);
    await page.getByText('What this means: Staff turnover', { exact: true }).click();
    expect(await page.locator('main').innerText()).toMatch(/Counted[\s\S]*Out of[\s\S]*Left out/);
    expect(troubles).toEqual([]);
  });

  test('shows who left, how long staff stay and what is vacant, one part after the other', async () => {
    const { page } = visit;
    const parts = page.getByRole('navigation', { name: 'Parts of the workforce' });
    for (const [link, heading] of [
      ['Leavers and moves', 'Turnover beside changes of worker'],
      ['Who stays', 'How many stayed'],
      ['Posts and registrations', 'Staff and posts today'],
    ] as const) {
      await parts.getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: link }).waitFor();
      await settled(page);
      await page.getByText(heading).first().waitFor();
      expect(await page.getByText('cannot be shown at the moment').count()).toBe(0);
    }
  });

  test('takes a census with faults: says what is wrong with which worker, and what to do', async () => {
    const { page, open } = visit;
    await open('/la/workforce/census');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Choose the file of the census' }).waitFor();
    await choose(page, 'census.xml', census);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByRole('alert')
      .getByText(/authority/)
      .first()
      .waitFor();
    expect(await objections(page)).toEqual([]);
    await choose(page, 'census.xml', census.replace(/<LEA>\d+</, `<LEA>${BIRMINGHAM}<`));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('The census of 2022 was only checked').waitFor({ timeout: 60_000 });
    const faults = page.getByRole('table', { name: /^Faults by worker/ });
    expect(await faults.locator('tbody tr').count()).toBeGreaterThan(3);
    expect(await faults.innerText()).toMatch(/Worker \d+, line \d+/);
    expect(await page.locator('main').innerText()).not.toMatch(/[A-Za-z]{2}\d{10}/);
    expect(await objections(page)).toEqual([]);
  });
});
