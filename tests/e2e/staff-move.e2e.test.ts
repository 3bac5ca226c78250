import { addDays, systemClock } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { RecordPage } from './pages/record.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

const today = systemClock.today();

test('a manager of the authority moves staff to a practice: all of them, and on record', async () => {
  const { page, open, troubles } = await browsing.visit('la-manager');
  const form = new RecordPage(page, '/la/workforce');
  await form.open('moves/new');
  await page.getByLabel('Canal Street Practice').check();
  await form.answer({
    'Which way do staff move?': { choose: 'From the authority to the practice' },
    'What is the first day with the new employer?': { day: addDays(today, 30) },
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  const workers = page.getByRole('group', { name: 'Who moves?' }).getByRole('checkbox');
  await workers.nth(1).check();
  await workers.nth(0).check();
  await form.answer({
    'Why do they move?': { choose: 'The practice begins to work for the authority' },
    'What are they guaranteed?': { choose: 'The terms of employment they have' },
  });
  const until = 'Until which day does the guarantee hold?';
  await form.answer({ [until]: { day: today } });
  await page.getByRole('button', { name: 'Move them' }).click();
  await page.getByRole('alert').getByRole('link').waitFor();
  expect(await objections(page)).toEqual([]);
  await form.answer({ [until]: { day: addDays(today, 400) } });
  await form.send('Move them', /^The move is on record/);
  await page.getByText('2 people move.').waitFor();
  expect(await objections(page)).toEqual([]);
  await open('/la/workforce/leavers');
  const moves = page.getByRole('table', { name: /^Moves of staff/ });
  await settled(page);
  expect(await moves.getByRole('row').nth(1).innerText()).toContain('Birmingham to Canal Street Practice: 2 people');
  expect(troubles).toEqual([]);
});
