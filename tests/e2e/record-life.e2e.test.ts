import { systemClock } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { RecordPage } from './pages/record.page-object.ts';
import { lifeTasks, notKnown } from './record-life.tasks.ts';

let browsing: Browsing;
let visit: Visit;
let record: RecordPage;
let brother: string;

interface ChildNode {
  readonly node: {
    readonly id: string;
    readonly localId: string;
    readonly dateOfBirth: string;
    readonly visits: readonly object[];
  };
}

beforeAll(async () => {
  browsing = await startBrowsing();
  const token = await browsing.platform.token('la-worker');
  const { data } = await browsing.platform.ask<{ children: { edges: readonly ChildNode[] } }>(
    token,
    '{ children(first: 100) { edges { node { id localId dateOfBirth visits { id } } } } }',
  );
  const all = data?.children.edges.map(({ node }) => node) ?? [];
  const thisYear = Number(systemClock.today().slice(0, 4));
  // Of an age at which a child chooses from five faces on every day of the year, and with nothing recorded yet.
  const child = all.find(
    ({ dateOfBirth, visits }) => visits.length === 0 && [9, 10].includes(thisYear - Number(dateOfBirth.slice(0, 4))),
  );
  if (!child) throw new Error('The small world needs a child of nine or ten of whom nothing is recorded.');
  brother = all.find(({ id }) => id !== child.id)?.localId ?? '';
  visit = await browsing.visit('la-worker', 360);
  record = new RecordPage(visit.page, `/la/children/${child.id}`);
});
afterAll(() => browsing?.stop());

test('a worker records a child’s life, each thing once, and finds it in its section', async () => {
  for (const { form, button, section, answers, heading, rows } of lifeTasks(brother)) {
    await record.open(form);
    await record.answer(answers);
    await record.send(button, section);
    expect([form, await record.rowsOf(heading)]).toEqual([form, expect.objectContaining(rows)]);
  }
  expect(visit.troubles).toEqual([]);
});

test('what the child says is taken down in the child’s words, with faces; what is promised is kept or not', async () => {
  await record.open('voice/said/new');
  await record.answer({
    'Who said it?': { choose: 'The child' },
    'When?': { day: '2026-03-03' },
    'How was it said?': { choose: 'In a drawing or by play' },
    'What did they say, in their own words?': { type: 'I want to see my nan' },
    'Did you ask how content they are?': { choose: 'Yes' },
    'The place where they live': { choose: 'Very happy' },
    'Time with family and others': { choose: 'Sad' },
    'The social worker': { choose: 'Not known' },
    'Why is it not known?': notKnown,
  });
  expect(await objections(visit.page)).toEqual([]);
  await record.send('Record what somebody said', /^The child’s voice/);
  expect(await record.rowsOf('The child, 3 March 2026')).toEqual({
    'Their words': 'I want to see my nan',
    'The social worker': 'Not known: it was not asked',
    'The place where they live': 'Very happy (5 of 5)',
    'Time with family and others': 'Sad (2 of 5)',
    How: 'In a drawing or by play',
  });

  await visit.page.getByRole('link', { name: 'Record a promise about it' }).click();
  await settled(visit.page);
  await record.answer({
    'What is promised?': { type: 'Ask whether she can come on Sundays' },
    'Who will do it?': { type: 'The social worker' },
    'By when?': { day: '2026-03-10' },
  });
  await record.send('Record a promise', /^The child’s voice/);
  expect(await record.rowsOf('Late: was due by 10 March 2026')).toMatchObject({ About: 'The child, 3 March 2026' });

  await visit.page.getByRole('link', { name: /^Say whether it was kept/ }).click();
  await settled(visit.page);
  await record.answer({
    'Was the promise kept?': { choose: 'Yes' },
    'When was it kept, or when did you know that it will not be?': { day: '2026-03-09' },
    'What was done, or why was it not?': { type: 'She comes every second Sunday' },
    'Was the child told?': { choose: 'Yes' },
  });
  await record.send('Save what became of it', /^The child’s voice/);
  expect(await record.rowsOf('Kept: was due by 10 March 2026')).toMatchObject({
    'What was done': 'She comes every second Sunday',
    'Child told': 'Yes',
  });
  expect(visit.troubles).toEqual([]);
});

test('an entry is changed and withdrawn with a reason; what it said before is found', async () => {
  const { page } = visit;
  const heading = '20 February 2026: A prize, award or certificate';
  const what = async () => (await record.rowsOf(heading))['What is it?'];
  await record.open('achievements/new');
  await record.answer({
    'What kind is it?': { choose: 'A prize, award or certificate' },
    'What is it?': { type: 'Second in chess' },
    'When did it begin, or when was it achieved?': { day: '2026-02-20' },
  });
  await record.send('Record an achievement', /^Achievements/);
  expect(await page.getByRole('alert').textContent()).toContain('It is on record.');

  const entry = page.getByRole('region', { name: heading });
  await entry.getByRole('link', { name: /^Change/ }).click();
  await settled(page);
  await record.answer({ 'What is it?': { type: 'First in chess' } });
  await page.getByRole('button', { name: 'Save the change' }).click();
  await page.getByRole('link', { name: 'Enter why you are changing this entry' }).waitFor();
  await record.answer({ 'Why are you changing this entry?': { type: 'The school told us wrongly' } });
  await record.send('Save the change', /^Achievements/);
  expect(await what()).toBe('First in chess');
  expect(await entry.textContent()).toContain('“The school told us wrongly”');

  await entry.getByRole('link', { name: /^What it said before/ }).click();
  await page.getByText('This is what was known on').waitFor();
  await settled(page);
  expect(await what()).toBe('Second in chess');
  expect(await entry.getByRole('link', { name: /^Change/ }).count()).toBe(0);
  const before = new URL(page.url()).search;
  await page.getByRole('link', { name: 'See what is known now' }).click();
  await page.getByText('This is what was known on').waitFor({ state: 'detached' });
  await settled(page);

  await entry.getByRole('link', { name: /^Withdraw/ }).click();
  await settled(page);
  await record.answer({ 'Why should this not have been recorded?': { type: 'It was another child' } });
  await record.send('Withdraw an achievement', /^Achievements/);
  await page.getByRole('heading', { name: '20 January 2026: Sport, or a sports club' }).waitFor();
  expect(await entry.count()).toBe(0);
  await record.open(`achievements${before}`);
  expect(await what()).toBe('Second in chess');
  expect(visit.troubles).toEqual([]);
});

test('whoever changes what somebody else changed meanwhile is told so, and loses nothing', async () => {
  const { page, context } = visit;
  await record.open('achievements');
  const entry = page.getByRole('region', { name: '20 January 2026: Sport, or a sports club' });
  await entry.getByRole('link', { name: /^Change/ }).click();
  await settled(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = new RecordPage(other, '');
  await theirs.answer({
    'What is it?': { type: 'Theirs' },
    'Why are you changing this entry?': { type: 'We know more' },
  });
  await theirs.send('Save the change', /^Achievements/);

  await record.answer({ 'What is it?': { type: 'Ours' }, 'Why are you changing this entry?': { type: 'So do we' } });
  await page.getByRole('button', { name: 'Save the change' }).click();
  await page.getByText('What you wrote is still below.').waitFor();
  expect(await page.getByLabel('What is it?').inputValue()).toBe('Ours');
  await record.send('Save the change', /^Achievements/);
  expect((await record.rowsOf('20 January 2026: Sport, or a sports club'))['What is it?']).toBe('Ours');
  await entry.getByRole('link', { name: /^What it said before/ }).click();
  await page.getByText('This is what was known on').waitFor();
  await settled(page);
  expect((await record.rowsOf('20 January 2026: Sport, or a sports club'))['What is it?']).toBe('Theirs');
  await other.close();
  expect(visit.troubles).toEqual([]);
});

test.each([320, 1280])('axe objects to no section with entries in it, at %i pixels', async (width) => {
  const { page } = visit;
  await page.setViewportSize({ width, height: 900 });
  const found: Record<string, string[]> = {};
  const sections = ['profile', 'voice', 'health', 'education', 'achievements', 'safety', 'leaving-care', 'adoption'];
  for (const section of sections) {
    await record.open(section);
    await page.locator('summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    const objected = await objections(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) objected.push(`scrolls ${tooWide} pixels sideways`);
    if (objected.length > 0) found[section] = objected;
  }
  expect(found).toEqual({});
});

test('with the keyboard alone an achievement is recorded', async () => {
  const { page } = visit;
  const tabTo = async (what: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate((label) => {
        const { activeElement } = document;
        const labels = activeElement instanceof HTMLInputElement ? [...(activeElement.labels ?? [])] : [];
        const area = activeElement instanceof HTMLTextAreaElement ? [...activeElement.labels] : [];
        const words = [...labels, ...area].map((one) => one.textContent?.trim());
        return words.includes(label) || activeElement?.textContent?.trim() === label;
      }, what);
      if (found) return;
    }
    throw new Error(`The Tab key does not reach ${what}.`);
  };
  await record.open('achievements');
  await tabTo('Record an achievement');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Record an achievement/ }).waitFor();
  await settled(page);
  await tabTo('A prize, award or certificate');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo('What is it?');
  await page.keyboard.type('Sings in the choir');
  for (const [part, value] of [
    ['Day', '4'],
    ['Month', '5'],
    ['Year', '2026'],
  ] as const) {
    await tabTo(part);
    await page.keyboard.type(value);
  }
  await tabTo('Record an achievement');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '4 May 2026: Drama, music or another club' }).waitFor();
  expect(visit.troubles).toEqual([]);
});
