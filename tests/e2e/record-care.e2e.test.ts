import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { ChildrenPage } from './pages/children.page-object.ts';
import { RecordPage } from './pages/record.page-object.ts';

let browsing: Browsing;
let child: string;
let worker: Visit;

interface ChildNode {
  readonly node: { readonly id: string; readonly dateOfBirth: string; readonly isLookedAfter: boolean };
}

beforeAll(async () => {
  browsing = await startBrowsing();
  const token = await browsing.platform.token('la-iro');
  const { data } = await browsing.platform.ask<{ children: { edges: readonly ChildNode[] } }>(
    token,
    '{ children(first: 100) { edges { node { id dateOfBirth isLookedAfter } } } }',
  );
  const found = data?.children.edges.find(({ node }) => node.isLookedAfter && node.dateOfBirth < '2019');
  child = `/la/children/${found?.node.id}`;
  worker = await browsing.visit('la-worker', 360);
});
afterAll(() => browsing?.stop());

test('a worker moves a child, with a reason and how well the placement fits', async () => {
  const record = new RecordPage(worker.page, child);
  await record.open('placements');
  await worker.page.getByRole('link', { name: 'Change the placement' }).click();
  await settled(worker.page);
  await record.answer({
    'Why does the placement change?': { select: 'Carer asks to end the placement, for another reason' },
    'What kind of placement is it?': { select: await optionAt(worker, 'What kind of placement is it?', /foster/i) },
    'Who provides it?': { select: 'Own provision by the local authority' },
    'Do the carers stay the same?': { choose: 'No' },
    'Do the carers share the child’s ethnic background?': { choose: 'Yes' },
    'Can the child’s religion be practised there?': { choose: 'Yes' },
    'Is the child’s language spoken there?': { choose: 'No' },
    'Is it near enough to school, family and friends?': { choose: 'Yes' },
    'What will be done where it does not fit?': { type: 'A tutor who speaks it comes each week' },
  });
  expect(await objections(worker.page)).toEqual([]);
  await worker.page.getByRole('button', { name: 'Change the placement' }).click();
  await pastWarnings(worker);
  const [first] = await worker.page.locator('.mainstay-entry').all();
  expect(await first?.textContent()).toContain('A tutor who speaks it comes each week');
  expect(worker.troubles).toEqual([]);
});

test('a worker records that a child is gone, is back, and what came of the interview', async () => {
  const record = new RecordPage(worker.page, child);
  await record.open('missing/record');
  await record.answer({ 'Is the child missing or away?': { choose: await labelAt(worker, /^Missing/) } });
  await worker.page.getByRole('button', { name: 'Record a time missing or away' }).click();
  await pastWarnings(worker);
  await worker.page.getByText('Still gone').waitFor();
  await worker.page.getByRole('link', { name: 'Record the return', exact: true }).click();
  await settled(worker.page);
  const today = new Date().toISOString().slice(0, 10);
  await record.answer({ 'On which day did the child come back?': { day: today } });
  await worker.page.getByRole('button', { name: 'Record a time missing or away' }).click();
  await pastWarnings(worker);
  await worker.page
    .getByRole('link', { name: /^Record the return interview/ })
    .first()
    .click();
  await settled(worker.page);
  await record.answer({
    'Was the child offered an interview?': { choose: 'Yes' },
    'Did the child accept it?': { choose: 'No' },
  });
  await record.send('Record a return interview', /^Missing/);
  expect(await objections(worker.page)).toEqual([]);
  expect(worker.troubles).toEqual([]);
});

test('a worker plans contact and records what became of it', async () => {
  const record = new RecordPage(worker.page, child);
  await record.open('contact/plans/new');
  await record.answer({
    'With whom?': { type: 'Nan' },
    'What are they to the child?': { select: 'Grandparent' },
    'Is contact planned or barred?': { choose: 'Planned' },
    'How will they be in contact?': { choose: 'In person' },
    'How often? (times a year)': { type: '26' },
    'Who is there?': { choose: 'Nobody else need be there' },
    'What does the child want?': { type: 'To see her every Sunday' },
  });
  await record.send('Record a contact plan', /^Contact/);
  await record.open('contact/held/new');
  await record.answer({
    'With whom?': { choose: 'Nan, grandparent' },
    'How were they in contact?': { choose: 'In person' },
    'Did it take place?': { choose: 'It was cancelled beforehand' },
    'Because of whom did it not take place?': { select: 'The person the child was to meet' },
    'Why did it not take place?': { type: 'She was unwell' },
  });
  await record.send('Record contact', /^Contact/);
  expect(await objections(worker.page)).toEqual([]);
  expect(await worker.page.getByRole('table').first().textContent()).toContain('Nan');
  expect(worker.troubles).toEqual([]);
});

test('another worker takes over, and the child was told', async () => {
  const record = new RecordPage(worker.page, child);
  await record.open('worker/change');
  await record.answer({
    'Who takes over?': { select: await optionAt(worker, 'Who takes over?', /^(?!Choose|Somebody)/) },
    'Why does the worker change?': { select: 'Previous social worker left the role' },
    'What must the next worker know?': { type: 'Likes to be met at school' },
    'Was the child told before it happens?': { choose: 'Yes' },
    'Did the worker before introduce the next to the child?': { choose: 'Yes' },
  });
  await worker.page.getByRole('button', { name: 'Change the social worker' }).click();
  await pastWarnings(worker);
  expect(await worker.page.locator('main').textContent()).toContain('Likes to be met at school');
  expect(worker.troubles).toEqual([]);
});

test('a worker asks for a decision by the keyboard alone, and a manager decides it from the list', async () => {
  const record = new RecordPage(worker.page, child);
  const manager = await browsing.visit('la-manager');
  await record.open('decisions/new');
  const { keyboard } = worker.page;
  await worker.page.getByLabel('What is it about?').focus();
  await keyboard.type('A holiday or');
  await keyboard.press('Tab');
  await keyboard.type('A week in France with the carers');
  await keyboard.press('Tab');
  await keyboard.type('Wants to go');
  await worker.page.getByLabel('Day').focus();
  for (let stop = 0; stop < 3; stop += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await worker.page.getByRole('heading', { level: 1, name: /^Decisions/ }).waitFor();
  await worker.page.getByText('Waits for an answer').waitFor();

  await manager.open('/la/decisions');
  expect(await objections(manager.page)).toEqual([]);
  const asked = manager.page.getByRole('row').filter({ hasText: 'A week in France with the carers' });
  await asked.getByRole('link', { name: /^A holiday or journey abroad/ }).click();
  await settled(manager.page);
  const decided = new RecordPage(manager.page, child);
  await decided.answer({ 'What is your answer?': { choose: 'Yes' }, 'Why?': { type: 'It does the child good' } });
  await decided.send('Send the answer', /^Decisions/);
  await record.open('decisions');
  expect(await worker.page.locator('.mainstay-entry').first().textContent()).toContain('It does the child good');
  await manager.open('/la/decisions/rules');
  expect(await objections(manager.page)).toEqual([]);
  await manager.page.getByRole('link', { name: /^Change ?: A piercing/ }).click();
  await settled(manager.page);
  await decided.answer({ 'Within how many days is an answer expected? (days)': { type: '5' } });
  await decided.send('Save the rule', /^Who may decide what/);
  await expect.poll(() => manager.page.getByRole('row', { name: /^A piercing/ }).textContent()).toContain('5');
  expect([...worker.troubles, ...manager.troubles]).toEqual([]);
  await manager.page.context().close();
});

test('two people write in one section of a plan: both texts are shown, nothing is lost; a manager agrees the plan', async () => {
  const record = new RecordPage(worker.page, child);
  const manager = await browsing.visit('la-manager');
  const managed = new RecordPage(manager.page, child);
  await record.open('plans');
  await worker.page.getByRole('button', { name: /^Begin .*care plan$/ }).click();
  await worker.page.getByText('Draft', { exact: true }).waitFor();
  await settled(worker.page);
  const pathOf = async (section: string) =>
    (await worker.page.getByRole('link', { name: section, exact: true }).getAttribute('href')) ?? '';
  const [health, safety] = [await pathOf('Change Health'), await pathOf('Change Safety')];
  await worker.open(health);
  await manager.open(health);
  await record.answer({ Health: { type: 'Needs glasses' } });
  await managed.answer({ Health: { type: 'Sees the dentist in May' } });
  await record.send('Save the section', /^Plans/);
  await manager.page.getByRole('button', { name: 'Save the section' }).click();
  await manager.page.getByText('Theirs, now on record').waitFor();
  expect(await manager.page.getByLabel('Health', { exact: true }).inputValue()).toBe('Sees the dentist in May');
  expect(await objections(manager.page)).toEqual([]);
  // Whoever writes in another section meanwhile is not held up.
  await worker.open(safety);
  await managed.answer({ Health: { type: 'Needs glasses. Sees the dentist in May' } });
  await managed.send('Save the section', /^Plans/);
  await record.answer({ Safety: { type: 'Carries a telephone' } });
  await record.send('Save the section', /^Plans/);
  await worker.page.getByText('Carries a telephone').waitFor();
  expect(await worker.page.getByRole('link', { name: 'Agree the plan' }).count()).toBe(0);

  await managed.open('plans');
  await manager.page.getByRole('link', { name: 'Agree the plan' }).click();
  await settled(manager.page);
  expect(await objections(manager.page)).toEqual([]);
  for (const person of [1, 2, 3, 4]) {
    await manager.page
      .getByRole('group', { name: `Person ${person}`, exact: true })
      .getByRole('group', { name: 'Consulted?' })
      .getByLabel('Yes', { exact: true })
      .check({ force: true });
  }
  await managed.answer({ 'Does the child agree with the plan?': { choose: 'Yes' } });
  await managed.send('Agree the plan', /^Plans/);
  await manager.page.getByText('Agreed', { exact: true }).first().waitFor();
  await manager.page
    .getByText(/^\d+ versions of edition/)
    .first()
    .click();
  await manager.page.getByRole('link', { name: 'See what changed in version 3' }).click();
  await manager.page.getByText('Needs glasses. Sees the dentist in May').waitFor();
  expect([...worker.troubles, ...manager.troubles]).toEqual([]);
  await manager.page.context().close();
});

test('the IRO holds a review that a worker prepared, and raises a concern; the worker answers', async () => {
  const record = new RecordPage(worker.page, child);
  await record.open('reviews/meetings/new');
  const today = new Date().toISOString().slice(0, 10);
  await record.answer({ 'For which day is it planned?': { day: today } });
  await record.send('Prepare a review', /^Reviews/);
  expect(await worker.page.getByRole('link', { name: /^Record that it was held/ }).count()).toBe(0);

  const officer = await browsing.visit('la-iro');
  const reviewed = new RecordPage(officer.page, child);
  await reviewed.open('reviews');
  expect(await objections(officer.page)).toEqual([]);
  await officer.page.getByRole('link', { name: /^Record that it was held/ }).click();
  await settled(officer.page);
  expect(await objections(officer.page)).toEqual([]);
  for (const person of [1, 2, 3, 4, 5, 6]) {
    await officer.page
      .getByRole('group', { name: `Person ${person}`, exact: true })
      .getByRole('group', { name: 'Were they there?' })
      .getByLabel('Yes', { exact: true })
      .check({ force: true });
  }
  await reviewed.answer({
    'Was the child there?': { choose: 'Yes' },
    'How did the child’s views come to it?': { choose: 'The child spoke for themselves' },
    'Is the plan still right?': { choose: 'Yes' },
    'What has to change in the plan, or why is it right?': { type: 'It works' },
    'What will be done?': { type: 'A bicycle is bought' },
    'Who will do it?': { type: 'The carer' },
    'By when?': { day: today },
    'By when is the next review due?': { day: plusDays(60) },
    'Record of the review': { type: 'The child told of school.' },
  });
  await reviewed.send('Save the record of the review', /^Reviews/);
  await officer.page.getByRole('heading', { name: /A bicycle is bought$/ }).waitFor();
  await reviewed.open('reviews/concerns/new');
  await reviewed.answer({
    'What are you concerned about?': { type: 'No school place has been found' },
    'By when do you ask for an answer?': { day: plusDays(7) },
  });
  await reviewed.send('Raise a concern', /^Reviews/);

  await record.open('reviews');
  await worker.page.getByRole('link', { name: /^Say what became of it ?: A bicycle is bought/ }).click();
  await settled(worker.page);
  await record.answer({ 'What became of it?': { choose: 'It was done' } });
  await record.send('Save what became of it', /^Reviews/);
  await worker.page.getByRole('link', { name: 'Answer the concern' }).click();
  await settled(worker.page);
  await record.answer({ 'What is your answer?': { type: 'There is one from Monday' } });
  await record.send('Send', /^Reviews/);
  await reviewed.open('reviews');
  await officer.page.getByText('There is one from Monday').waitFor();
  expect([...worker.troubles, ...officer.troubles]).toEqual([]);
  await officer.page.context().close();
});

test('a practice’s staff find nothing that is not theirs to do', async () => {
  const { page, open, troubles } = await browsing.visit('swp-worker', 360);
  await open('/swp/decisions');
  expect(await objections(page)).toEqual([]);
  await open('/swp/children');
  expect(await page.getByRole('link', { name: 'Record a child new to care' }).count()).toBe(0);
  await new ChildrenPage(page).openFirst();
  const own = new URL(page.url()).pathname;
  for (const section of ['placements', 'care', 'worker', 'missing', 'contact', 'plans', 'reviews', 'decisions']) {
    await open(`${own}/${section}`);
    const buttons = await page
      .locator('main a.govuk-button')
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
    for (const button of buttons) {
      await open(button);
      expect([button, await page.locator('main form').count()]).toEqual([button, 1]);
    }
  }
  expect(troubles).toEqual([]);
  await page.context().close();
});

/** Goes on where the yearly return was warned of. */
async function pastWarnings({ page }: Visit): Promise<void> {
  const goOn = page.getByRole('link', { name: 'Continue' });
  await page.locator('.mainstay-record-nav').or(goOn).first().waitFor();
  if (await goOn.count()) await goOn.click();
  await page.locator('.mainstay-record-nav').waitFor();
  await settled(page);
}

/** The first choice of a select whose words are like these. */
async function optionAt({ page }: Visit, question: string, words: RegExp): Promise<string> {
  const options = page.getByLabel(question, { exact: true }).locator('option');
  return (await options.filter({ hasText: words }).first().textContent()) ?? '';
}

/** The words of the first radio that are like these. */
async function labelAt({ page }: Visit, words: RegExp): Promise<string> {
  return (await page.locator('.govuk-radios__label').filter({ hasText: words }).first().textContent()) ?? '';
}

function plusDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
