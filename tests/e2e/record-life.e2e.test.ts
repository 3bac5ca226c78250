import { systemClock } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { RecordPage, type FormAnswer } from './pages/record.page-object.ts';

let browsing: Browsing;
let visit: Visit;
let record: RecordPage;
let brother: string;

interface ChildNode {
  readonly node: { readonly id: string; readonly localId: string; readonly dateOfBirth: string };
}

beforeAll(async () => {
  browsing = await startBrowsing();
  const token = await browsing.platform.token('la-worker');
  const { data } = await browsing.platform.ask<{ children: { edges: readonly ChildNode[] } }>(
    token,
    '{ children(first: 100) { edges { node { id localId dateOfBirth } } } }',
  );
  const all = data?.children.edges.map(({ node }) => node) ?? [];
  const thisYear = Number(systemClock.today().slice(0, 4));
  // Of an age at which a child chooses from five faces on every day of the year.
  const child = all.find(({ dateOfBirth }) => [9, 10].includes(thisYear - Number(dateOfBirth.slice(0, 4))));
  brother = all.find(({ id }) => id !== child?.id)?.localId ?? '';
  visit = await browsing.visit('la-worker', 360);
  record = new RecordPage(visit.page, `/la/children/${child?.id}`);
});
afterAll(() => browsing?.stop());

interface Task {
  /** Where the form is, below the child. */
  readonly form: string;
  readonly button: string;
  readonly section: RegExp;
  readonly answers: Readonly<Record<string, FormAnswer>>;
  /** The entry's heading, and some rows of its summary. */
  readonly heading: string;
  readonly rows: Readonly<Record<string, string>>;
}

const notKnown = { select: 'It was not asked' };

const tasks = (): readonly Task[] => [
  {
    form: 'profile/details/new',
    button: 'Record who the child is',
    section: /^Who the child is/,
    answers: {
      'Since when is it so?': { day: '2026-03-02' },
      'What is the child’s religion?': { choose: 'Not known' },
      'Why is it not known?': { select: 'They did not want to say' },
      'Which language did the child learn first?': { select: 'Punjabi' },
      'Does the child need an interpreter?': { choose: 'No' },
      'What is the child’s nationality?': { select: 'United Kingdom' },
      'Is the child disabled?': { choose: 'No' },
      'What helps the child to understand and to be understood?': { type: 'Nothing special is needed' },
      'Which team is the child with?': { type: 'Children in care, north' },
    },
    heading: 'Since 2 March 2026',
    rows: { Religion: 'Not known: they did not want to say', 'First language': 'Punjabi', Disabled: 'No' },
  },
  {
    form: 'profile/siblings/new',
    button: 'Record a brother or sister',
    section: /^Who the child is/,
    answers: {
      'Is the brother or sister a child of this authority too?': { choose: 'Yes' },
      'The brother’s or sister’s number in this authority’s records': { type: brother },
      'How are they brother or sister?': { choose: 'One parent is the same (half)' },
      'Do they live together?': { choose: 'No' },
      'Why do they not live together?': { type: 'No home for both was found' },
    },
    heading: `Child ${brother}`,
    rows: { Relation: 'One parent is the same (half)', 'Why apart': 'No home for both was found' },
  },
  {
    form: 'health/events/new',
    button: 'Record an assessment, check or visit',
    section: /^Health/,
    answers: {
      'What are you recording?': { select: 'Height and weight' },
      'On what day was it?': { day: '2026-02-10' },
      'Height (cm)': { type: '131.5' },
      'Weight (kg)': { type: '28.25' },
      'How did whoever measured describe the weight for the child’s height and age?': { choose: 'Healthy' },
    },
    heading: '10 February 2026: Height and weight',
    rows: { Height: '131.5 cm', Weight: '28.25 kg', 'Weight for height': 'Healthy' },
  },
  {
    form: 'health/registrations/new',
    button: 'Record a registration',
    section: /^Health/,
    answers: {
      'With whom?': { choose: 'Dentist' },
      'Since when is it so?': { day: '2025-09-01' },
      'Is the child registered?': { choose: 'Not known' },
      'Why is it not known?': notKnown,
    },
    heading: 'Dentist, since 1 September 2025',
    rows: { Registered: 'Not known: it was not asked' },
  },
  {
    form: 'health/specialist-support/new',
    button: 'Record specialist support',
    section: /^Health/,
    answers: {
      'Who is it for?': { choose: 'The child' },
      'What was asked for?': { select: 'Mental health' },
      'When was the referral?': { day: '2026-01-05' },
      'When did it begin?': { day: '2026-01-26' },
    },
    heading: 'Mental health, asked for on 5 January 2026',
    rows: { Waited: '21 days', Began: '26 January 2026' },
  },
  {
    form: 'education/schools/new',
    button: 'Record a school',
    section: /^Education/,
    answers: {
      'What is the school called?': { type: 'Harbour Primary' },
      'What kind of school is it?': { select: 'Primary school' },
      'When was the first day?': { day: '2025-09-03' },
      'Why did the child come to this school?': { choose: 'The child moved to another placement' },
      'Was it a change within a school year that the care plan did not foresee?': { choose: 'No' },
      'How had Ofsted last judged the school when the child came?': { choose: 'Good' },
      'How far is it from where the child lives? (miles)': { type: '1.5' },
    },
    heading: 'Harbour Primary, from 3 September 2025',
    rows: { 'Last day': 'Still there', 'From where the child lives': '1.5 miles' },
  },
  {
    form: 'education/needs/new',
    button: 'Record special educational needs',
    section: /^Education/,
    answers: {
      'Since when is it so?': { day: '2026-01-12' },
      'What is provided for special educational needs?': { choose: 'Support at school' },
      'Which needs? The foremost one first': { select: 'Hearing' },
    },
    heading: 'Since 12 January 2026: Support at school',
    rows: { Needs: 'Hearing' },
  },
  {
    form: 'education/attendance/new',
    button: 'Record attendance in a term',
    section: /^Education/,
    answers: {
      'Which school year?': { select: '2025 to 2026' },
      'Which term?': { choose: 'Autumn' },
      'Sessions the school was open to the child': { type: '140' },
      'Sessions the child was there': { type: '133' },
      'Sessions the child was away without leave': { type: '0' },
    },
    heading: 'Autumn term, 2025 to 2026',
    rows: { There: '95%', 'Sessions away without leave': '0' },
  },
  {
    form: 'achievements/new',
    button: 'Record an achievement',
    section: /^Achievements/,
    answers: {
      'What kind is it?': { choose: 'Sport, or a sports club' },
      'What is it?': { type: 'Plays in goal for the school' },
      'When did it begin, or when was it achieved?': { day: '2026-01-20' },
    },
    heading: '20 January 2026: Sport, or a sports club',
    rows: { 'What is it?': 'Plays in goal for the school' },
  },
  {
    form: 'safety/events/new',
    button: 'Record harm or a risk',
    section: /^Safety/,
    answers: {
      'What was it?': { choose: 'A concern that the child is exploited' },
      'What kind of exploitation is it thought to be?': { choose: 'Online' },
      'When was it?': { day: '2026-02-01' },
      'Who told of it first?': { choose: 'A carer' },
      'What happened?': { type: 'Messages from a stranger' },
    },
    heading: '1 February 2026: A concern that the child is exploited',
    rows: { 'Kind of exploitation': 'Online', 'What was done?': 'Nothing yet', Settled: 'Not yet' },
  },
  {
    form: 'leaving-care/new',
    button: 'Record how the young person is',
    section: /^Leaving care/,
    answers: {
      'On what day was it so?': { day: '2026-03-01' },
      'What is the young person entitled to?': { choose: 'Eligible child' },
      'Are you in touch?': { choose: 'In touch' },
      'When were you last in touch?': { day: '2026-02-27' },
      'What do they mainly do?': { select: 'Full time in other education' },
      'Where do they live, and is it suitable?': { select: 'Not known' },
      'Why is it not known?': notKnown,
      'Who is the personal adviser?': { type: 'None has been appointed' },
    },
    heading: 'On 1 March 2026',
    rows: { 'Main activity': 'Full time in other education', Lives: 'Not known: it was not asked' },
  },
  {
    form: 'adoption/new',
    button: 'Record an adoption decision',
    section: /^Adoption/,
    answers: {
      'When was it decided that the child should be placed for adoption?': { day: '2025-05-06' },
      'When was the child matched with adopters?': { day: '2025-11-10' },
      'Who are the adopters?': { choose: 'Female couple' },
      'What is the adopters’ legal status?': { choose: 'Civil partners' },
      'Did they foster the child before?': { choose: 'No' },
    },
    heading: 'Decided on 6 May 2025',
    rows: { Adopters: 'Female couple', Reversed: 'The decision stands' },
  },
];

test('a worker records a child’s life, each thing once, and finds it in its section', async () => {
  for (const { form, button, section, answers, heading, rows } of tasks()) {
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
