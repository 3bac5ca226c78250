import { readXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

test('an analyst looks through the list of children in care, opens a child, and saves the workbook', async () => {
  const { page, open, troubles } = await browsing.visit('la-analyst');
  await open('/la/returns');
  await page.getByRole('link', { name: 'Lists for an inspection' }).click();
  await settled(page);
  const table = page.getByRole('table', { name: /^List 8: Children in care/ });
  await table.locator('tbody tr').first().waitFor();
  const rows = await table.locator('tbody tr').count();
  expect(rows).toBeGreaterThan(0);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download the workbook/ }).click();
  const file = await (await saved).path();
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(file)));
  expect(sheets.find(({ name }) => name === 'List_8')?.rows).toHaveLength(rows + 2);
  await page.getByText('The workbook is saved.').waitFor();

  await table.locator('tbody a').first().click();
  await page.getByRole('heading', { level: 1, name: /^Child \d+|child \d+/ }).waitFor();
  expect(troubles).toEqual([]);
});
