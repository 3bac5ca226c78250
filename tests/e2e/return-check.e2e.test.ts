import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';

let browsing: Browsing;
let visit: Visit;
beforeAll(async () => {
  browsing = await startBrowsing();
  visit = await browsing.visit('la-analyst');
});
afterAll(() => browsing?.stop());

/** Codes and numbers of the table of rules: `218 12`. */
async function rulesShown(): Promise<string[]> {
  const rows = visit.page.getByRole('table', { name: /rules? broken/ }).locator('tbody tr');
  await rows.first().waitFor({ timeout: 60_000 });
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent)),
  );
  return cells.map(([code, , count]) => `${code} ${count?.replaceAll(',', '')}`).toSorted();
}

describe('the faults of the return that is held', () => {
  test('are found by rule and by child, and put right where they stand, by keyboard', async () => {
    const { page } = visit;
    await visit.open('/la/returns');
    await page.getByRole('link', { name: 'Faults of 2026' }).click();
    expect((await rulesShown()).length).toBeGreaterThan(3);

    await page.getByRole('link', { name: 'By child', exact: true }).click();
    await page.getByLabel('Code of the rule').fill('225');
    await page.keyboard.press('Enter');
    await page.waitForURL(/rule=225/);
    await page
      .getByRole('table', { name: /rule 225/ })
      .locator('tbody a')
      .first()
      .click();
    await page.getByRole('heading', { name: /^225:/ }).first().waitFor();

    const before = await page.getByRole('heading', { name: /^225:/ }).count();
    await page.locator('summary', { hasText: 'Change REASON_PLACE_CHANGE' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('REASON_PLACE_CHANGE').first().fill('CARPL');
    await page.keyboard.press('Enter');
    await page.getByText(/Gone: .*225/).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: /^225:/ }).count()).toBe(before - 1);
    expect(visit.troubles).toEqual([]);
  });

  test('are accepted with a reason', async () => {
    const { page } = visit;
    await visit.open('/la/returns/check/2026?by=child');
    await page
      .getByRole('table', { name: /with a fault/ })
      .locator('tbody a')
      .first()
      .click();
    await page.getByText('Accept it, with a reason').first().click();
    await page.getByLabel('Why may it stay?').first().fill('The setting has no number of Ofsted’s.');
    await page.getByRole('button', { name: 'Accept the fault' }).first().click();
    await page.getByText('Accepted: The setting has no number of Ofsted’s.').first().waitFor();
    expect(visit.troubles).toEqual([]);
  });
});

const folder = join(import.meta.dirname, '../fixtures/903-fake-validator');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').split('\n').slice(0, 1_500).join('\n') }));

/** A year of which the small world holds nothing, nor of the year before. */
const YEAR = 2023;

/** The same files, checked by an import that loads nothing: `218 12`. */
async function rulesOfImport(): Promise<string[]> {
  const { platform } = browsing;
  const token = await platform.token('la-analyst');
  const uploadIds: string[] = [];
  for (const { name, text } of files) uploadIds.push(await platform.upload(token, name, text));
  const { data } = await platform.ask<{ startImport903: { import: { id: string } } }>(
    token,
    `mutation ($input: StartImport903Input!) { startImport903(input: $input) { ... on StartImport903Success { import { id } } } }`,
    { input: { la: 'E08000025', year: YEAR, uploadIds, isDryRun: true } },
  );
  for (;;) {
    const answer = await platform.ask<{
      import903: { finishedAt: string | null; faultsByRule: { rule: { code: string }; count: number }[] };
    }>(token, 'query ($id: ID!) { import903(id: $id) { finishedAt faultsByRule { rule { code } count } } }', {
      id: data?.startImport903.import.id,
    });
    const found = answer.data?.import903;
    if (found?.finishedAt) return found.faultsByRule.map(({ rule, count }) => `${rule.code} ${count}`);
    await wait(100);
  }
}

describe('files that never leave the machine', () => {
  test('are checked without a connection, and nothing of them is sent', async () => {
    const { page, context } = visit;
    await visit.open('/la/returns/check-files');
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(`${request.method()} ${request.url()}`));
    await context.setOffline(true);
    try {
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
      await page.getByLabel('Collection year').selectOption(String(YEAR));
      await page.getByRole('button', { name: 'Check the files' }).click();
      const here = await rulesShown();
      expect(here.length).toBeGreaterThan(10);
      // An import has a list of providers and a directory besides, so more rules run; those that run in both agree.
      expect(await rulesOfImport()).toEqual(expect.arrayContaining(here));
      await page.getByRole('link', { name: 'By child', exact: true }).click();
      await page
        .getByRole('table', { name: /with a fault/ })
        .locator('tbody a')
        .first()
        .click();
      await page.getByRole('heading', { name: 'Rows', exact: true }).waitFor();
      expect(sent.filter((request) => !request.includes('blob:'))).toEqual([]);
    } finally {
      await context.setOffline(false);
    }
  });
});
