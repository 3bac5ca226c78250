import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { ReturnsPage, type LocalFile } from './pages/returns.page-object.ts';

let browsing: Browsing;
let visit: Visit;
beforeAll(async () => {
  browsing = await startBrowsing();
  visit = await browsing.visit('la-analyst');
});
afterAll(() => browsing?.stop());

const folder = join(import.meta.dirname, '../fixtures/903-fake-validator');
/** A return that nobody here wrote; the first rows of its longest tables. */
const files: LocalFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').split('\n').slice(0, 1_500).join('\n') }));

async function openReturns(): Promise<ReturnsPage> {
  await visit.open('/la/returns');
  return new ReturnsPage(visit.page);
}

describe('the page of returns', () => {
  test('checks files that were chosen, and loads nothing', async () => {
    const returns = await openReturns();
    await returns.choose(files);
    expect(await returns.chosen()).toEqual(files.map(({ name }) => name));
    await returns.send(2018, 'check');
    expect(await visit.page.locator('main').innerText()).toContain('would be added');
    await openReturns();
    expect(await visit.page.getByRole('table', { name: /^Returns held/ }).innerText()).not.toContain('2018');
  });

  test('takes files that are dropped, says how far it is, and reports every fault by rule and by child', async () => {
    const returns = await openReturns();
    await returns.drop(files.slice(0, 3));
    await returns.drop(files.slice(2));
    expect(await returns.chosen()).toEqual([...files.slice(0, 2), ...files.slice(2)].map(({ name }) => name));
    const stages = await returns.send(2018);
    expect(stages.length).toBeGreaterThan(0);
    expect(stages.join(' ')).toMatch(/file \d+ of 12|Checking|Reading|Loading/);

    const { page } = visit;
    const named = await returns.rowsOf('Files');
    expect(named.map((row) => row.split('|')[0])).toEqual(expect.arrayContaining(files.map(({ name }) => name)));
    expect(named.find((row) => row.startsWith('oc2.csv'))?.split('|')[1]).toBe('OC2');
    const total = Number(
      /Faults: ([\d,]+)/.exec((await page.locator('#faults').textContent()) ?? '')?.[1]?.replaceAll(',', ''),
    );
    expect(total).toBeGreaterThan(100);
    const byRule = (await returns.rowsOf(/rules broken/)).map((row) => row.split('|'));
    const sum = byRule.reduce((all, row) => all + Number(row.at(-1)?.replaceAll(',', '')), 0);
    expect(sum).toBe(total);

    await page.getByRole('link', { name: 'By child', exact: true }).click();
    const byChild = page.getByRole('table', { name: /child/ });
    await byChild.waitFor();
    expect(await byChild.locator('tbody tr').count()).toBeGreaterThan(5);
    await byChild.locator('tbody a').first().click();
    await page.waitForURL(/child=/);
    await page.getByRole('table', { name: /fault/i }).locator('tbody tr').first().waitFor();
    expect(visit.troubles).toEqual([]);
  });

  test('says of the same files that nothing changed, and shows the return among those held', async () => {
    const returns = await openReturns();
    expect(await visit.page.getByRole('table', { name: /^Returns held/ }).innerText()).toContain('2018');
    await returns.choose(files);
    await returns.send(2018);
    expect(await visit.page.locator('main').innerText()).toMatch(/nothing (has )?changed/i);
  });

  test('says of files that are no tables of a return what is wrong with each, and loads nothing', async () => {
    const returns = await openReturns();
    await returns.choose([
      { name: 'lunch.csv', text: 'SOUP,SALAD\n1,2\n' },
      { name: 'header.csv', text: 'CHILD,SEX,DOB\nA1,1,01/01/2015\n' },
      { name: 'empty.csv', text: '' },
    ]);
    await returns.send(2018);
    const rows = await returns.rowsOf('Files');
    expect(rows.filter((row) => row.includes('Not used')).length).toBe(3);
    expect(rows.find((row) => row.startsWith('header.csv'))).toMatch(/is missing/);
    expect(await visit.page.locator('main').innerText()).toMatch(/nothing (was loaded|changed)/i);
  });
});
