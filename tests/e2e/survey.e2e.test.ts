import { addDays, systemClock } from '@mainstay/primitives';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { RecordPage } from './pages/record.page-object.ts';

let browsing: Browsing;
let organiser: Visit;
beforeAll(async () => {
  browsing = await startBrowsing();
  organiser = await browsing.visit('la-analyst');
});
afterAll(() => browsing?.stop());

const title = 'Working with children in care';
let links: string[] = [];

/** Presses Tab until the element with this text or label has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return label ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error('The Tab key does not lead there.');
}

/** The survey's own page of somebody who is invited: no account, and nothing of the organiser's browser. */
async function openLink(link: string, width = 360): Promise<Visit> {
  const visit = await browsing.visit(undefined, width);
  await visit.page.goto(link);
  await visit.page.locator('h1').waitFor();
  return visit;
}

describe('a survey of staff', { timeout: 120_000 }, () => {
  test('is designed from the bank by an analyst', async () => {
    const { page, troubles } = organiser;
    await organiser.open('/la/surveys/new');
    const form = new RecordPage(page, '/la/surveys');
    const today = systemClock.today();
    await form.answer({
      'What is it called?': { type: title },
      Autonomy: { tick: ['Autonomy'] },
      Workload: { tick: ['A workload that can be managed'] },
      'The first day of the first time': { day: today },
      'The last day of the first time': { day: addDays(today, 20) },
      'The first day of the second time': { day: addDays(today, 365) },
      'The last day of the second time': { day: addDays(today, 385) },
    });
    await form.send('Design the survey', new RegExp(title));
    expect(await objections(page)).toEqual([]);
    expect(await page.getByText('Nobody was invited').count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });

  test('is passed on as links, of which each belongs to one person', async () => {
    const { page } = organiser;
    await page
      .getByRole('link', { name: 'Invite staff' })
      .or(page.getByRole('button', { name: 'Invite staff' }))
      .first()
      .click();
    await settled(page);
    const form = new RecordPage(page, '/la/surveys');
    await form.answer({
      'Which group do you invite?': { choose: 'The authority' },
      'How are they found?': { choose: 'Everybody in post today' },
    });
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const button = page.getByRole('button', { name: 'Download the links' });
    await button.waitFor();
    expect(await objections(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1);
    links = rows.map((row) => /https?:[^",]+/.exec(row)?.[0] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(new Set(links).size).toBe(links.length);
  });

  test('is answered with the keyboard alone, without an account, and leaves nothing behind', async () => {
    const { page, context, troubles } = await openLink(links[0]!);
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const secret = new URL(links[0]!).hash.slice(1);
    expect(page.url()).not.toContain(secret);
    expect(await objections(page)).toEqual([]);
    await tabTo(page, /^Start$/);
    await page.keyboard.press('Enter');
    await page.getByText('Page 1 of 2').waitFor();
    await tabTo(page, /^Strongly disagree$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Some questions have no answer' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary');
    expect(await objections(page)).toEqual([]);
    await page.reload();
    await page.getByText('Page 1 of 2').waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    for (const next of [/^Page 2/, /^Send your answers/]) {
      await tabTo(page, /^Continue$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Continue without these$/);
      await page.keyboard.press('Enter');
      await page.getByText(next).first().waitFor();
    }
    await tabTo(page, /^Send my answers$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you: your answers have arrived' }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
    const answers = sent.filter((request) => request.includes('/survey/answers'));
    expect(answers).toHaveLength(1);
    expect(answers[0]).not.toContain(secret);
    expect(sent.every((request) => request.startsWith(browsing.platform.url))).toBe(true);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('cannot be started twice with one link, nor with half of one', async () => {
    const again = await openLink(links[0]!);
    await again.page.getByRole('button', { name: 'Start' }).click();
    await again.page.getByRole('heading', { name: 'Your link has been used' }).waitFor();
    expect(await objections(again.page)).toEqual([]);
    const half = await openLink(links[1]!.slice(0, -6));
    await half.page.getByRole('heading', { name: /does not belong to a survey|Open your own link/ }).waitFor();
    const none = await openLink('/survey/');
    await none.page.getByRole('heading', { name: 'Open your own link' }).waitFor();
    await Promise.all([again, half, none].map(({ context }) => context.close()));
  });

  test('tells its organiser who was asked, and keeps back what would tell of single people', async () => {
    const { page } = organiser;
    await page
      .getByRole('link', { name: 'Back to the survey' })
      .or(page.getByRole('button', { name: 'Back to the survey' }))
      .click();
    await page.getByText('told when it has closed').first().waitFor();
    await page
      .getByRole('link', { name: /Change the days/ })
      .or(page.getByRole('button', { name: /Change the days/ }))
      .first()
      .click();
    await settled(page);
    await page.getByText('Close it now').first().click();
    await page.getByRole('button', { name: 'Close it now' }).click();
    await page.getByText('Kept back: too few answered').waitFor();
    await page
      .getByRole('link', { name: 'See the results' })
      .or(page.getByRole('button', { name: 'See the results' }))
      .click();
    await page.getByRole('heading', { level: 2, name: 'Autonomy' }).waitFor();
    expect(await page.getByText('Kept back').count()).toBeGreaterThan(0);
    expect(await page.getByRole('table', { name: 'Scores: Autonomy' }).innerText()).not.toMatch(/\d\.\d\d/);
    expect(await objections(page)).toEqual([]);
  });
});
