import { systemClock } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing, type Visit } from '../testkit/browsing.ts';
import { RecordPage } from './pages/record.page-object.ts';

/** A social worker of the practice. */
const worker = '/swp/team/SW099002';
const today = systemClock.today();

let browsing: Browsing;
let manager: Visit;
beforeAll(async () => {
  browsing = await startBrowsing();
  manager = await browsing.visit('swp-manager');
});
afterAll(() => browsing?.stop());

const section = (id: string) => manager.page.locator(`section[aria-labelledby="${id}"]`);

test('a manager sees who is overdue, and records a supervision', async () => {
  const { page, open } = manager;
  const team = new RecordPage(page, '/swp/team');
  await team.open('expectation');
  await team.answer({
    'From which day does it hold?': { day: today },
    'From one supervision to the next, at most (days)': { type: '1' },
    'For workers in their first year here, at most (days)': { type: '1' },
  });
  await team.send('Record what you expect', /^Our team/);
  const overdue = section('support').getByRole('listitem').filter({ hasText: 'overdue' });
  const record = overdue.first().getByRole('link', { name: /^Record a supervision of/ });
  const person = (await record.getAttribute('href'))?.replace('/supervisions/new', '') ?? '';
  await record.click();
  await settled(page);
  expect(await objections(page)).toEqual([]);
  const form = new RecordPage(page, person);
  await form.answer({
    'Was it held?': { choose: 'Yes' },
    'Who supervised?': { choose: 'A consultant from outside' },
    'How long did it take? (minutes)': { type: '60' },
    'Did you talk about children’s cases?': { choose: 'Yes' },
    'What did you agree to do?': { type: 'A lighter week' },
  });
  await form.send('Record a supervision', /^Worker SW/);
  await section('supervision').getByText('Due this week').waitFor();
  expect(await section('supervision').textContent()).toContain('A lighter week');
  await open('/swp/team');
  expect(await section('support').locator(`a[href="${person}"]`).getByText('Supervision').count()).toBe(0);
});

test('a registration that is no longer in force is warned of until it is renewed', async () => {
  const { page, open } = manager;
  const form = new RecordPage(page, worker);
  const year = Number(today.slice(0, 4));
  const hold = async (status: string, expiresOn: string, why: string) => {
    await form.open('registration');
    await form.answer({
      'Where does the registration stand?': { choose: status },
      'Until which day does it hold?': { day: expiresOn },
      'Why are you changing it?': { type: why },
    });
  };
  await hold('Lapsed: not renewed in time', `${year - 1}-11-30`, 'It was not renewed');
  await form.answer({ 'Since which day?': { day: `${year - 1}-12-01` } });
  await form.send('Save the registration', /^Worker SW099002/);
  await section('registration').getByText('Lapsed').waitFor();
  await open('/swp/team');
  await section('attention')
    .getByText(/registration of .* not in force/)
    .waitFor();
  await hold('In force', `${year + 1}-11-30`, 'Renewed for the year');
  await form.send('Save the registration', /^Worker SW099002/);
  await section('registration').getByText('In force').waitFor();
  expect(manager.troubles).toEqual([]);
});

test('an absence is recorded, and its end', async () => {
  const { page, open } = manager;
  const form = new RecordPage(page, worker);
  await form.open('absences/new');
  await form.answer({
    'Why is the worker away?': { choose: 'Illness' },
    'Is it stress, anxiety or depression?': { choose: 'No' },
  });
  await form.send('Record an absence', /^Worker SW099002/);
  await section('absence').getByText('Still away').waitFor();
  await open('/swp/team');
  await section('people')
    .getByRole('row', { name: /^Dara Lane .*Since / })
    .waitFor();
  await open(worker);
  await section('absence').getByRole('link', { name: 'Change' }).first().click();
  await settled(page);
  await form.answer({
    'What was the last day away?': { day: today },
    'Why are you changing this entry?': { type: 'Back at work' },
  });
  await form.send('Save the change', /^Worker SW099002/);
  expect(await section('absence').textContent()).not.toContain('Still away');
});

/** How many children the worker of the page leads. */
async function led(): Promise<number> {
  const count = section('caseload')
    .locator('.govuk-summary-list__row')
    .filter({ hasText: /^Children/ });
  return Number.parseInt((await count.locator('dd').first().textContent()) ?? '', 10);
}

test('a leaving is looked at, and its children are given to others on one page', async () => {
  const { page, open } = manager;
  await open('/swp/team');
  const heaviest = section('caseload').getByRole('link').first();
  const leaver = (await heaviest.getAttribute('href')) ?? '';
  await heaviest.click();
  await settled(page);
  const ledBefore = await led();
  await page.getByRole('link', { name: 'See who would take over if this worker left' }).click();
  await settled(page);
  const lost = page.getByRole('heading', { name: /would lose their social worker/ });
  const moved = Number.parseInt((await lost.textContent()) ?? '', 10);
  await page.getByRole('table', { name: /moves? and why/ }).waitFor();
  await page.getByRole('table', { name: 'Loads before and after' }).waitFor();
  await page.getByRole('link', { name: 'Make these changes' }).click();
  await settled(page);
  const form = new RecordPage(page, leaver);
  await page.getByLabel('Why do the workers change?').selectOption({ index: 1 });
  await form.answer({
    'What must the next workers know?': { type: 'They have all been told who comes next' },
    'Were the children told before it happens?': { choose: 'Yes' },
    'Did the worker before introduce the next ones to the children?': { choose: 'Yes' },
  });
  await page.getByRole('button', { name: 'Make these changes' }).click();
  const done = page.getByRole('heading', { level: 1, name: /^Worker SW/ });
  const further = page.getByRole('link', { name: 'Continue' });
  await done.or(further).first().waitFor();
  if (await further.isVisible()) await further.click();
  await done.waitFor();
  await settled(page);
  // Who is of age by the day of the leaving keeps no social worker, and is not moved.
  expect(moved).toBeGreaterThan(0);
  expect(await led()).toBe(ledBefore - moved);
  expect(manager.troubles).toEqual([]);
});

test('a social worker enters a day with the keyboard alone', async () => {
  const { page, open, troubles } = await browsing.visit('swp-worker', 360);
  await open('/swp');
  await page.getByRole('link', { name: 'Enter how you spent your day' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'My time' }).waitFor();
  await settled(page);
  await page.getByLabel('Day', { exact: true }).focus();
  // Day, month and year hold today; then an activity at each stop.
  for (const hours of ['', '', '', '2.5', '1', '3', '', '0.5']) {
    if (hours) await page.keyboard.type(hours);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText('Your day is saved.').waitFor();
  await page.getByText(/^Each of \d+ days?$/).click();
  const days = page.getByRole('table', { name: 'Your days, the latest first' });
  expect(await days.locator('tbody tr').first().textContent()).toContain('7 h');
  expect(await objections(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await page.context().close();
});
