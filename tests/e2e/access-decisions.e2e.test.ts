import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Account, type Browsing } from '../testkit/browsing.ts';
import { places } from '../testkit/small-world.ts';
import { AccessPages } from './pages/access.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

/** The numbers of the home authority's children whom an account may see. */
async function numbersFor(account: Account): Promise<string[]> {
  interface Children {
    children: { edges: { node: { localId: string } }[] };
  }
  const query = `{ children(la: "${places.home}", first: 100) { edges { node { localId } } } }`;
  const { data } = await browsing.platform.ask<Children>(await browsing.platform.token(account), query);
  return data?.children.edges.map(({ node }) => node.localId) ?? [];
}

/** Breaks the glass as an account, over the graph; answers what it is called. */
async function breakGlass(account: Account, localId: string, reason: string): Promise<string> {
  interface Broken {
    breakGlass: { breakGlass?: { id: string }; message?: string };
  }
  const { data, errors } = await browsing.platform.ask<Broken>(
    await browsing.platform.token(account),
    `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
       ... on BreakGlassSuccess { breakGlass { id } } ... on UserError { message } } }`,
    { input: { la: places.home, localId, reason } },
  );
  const id = data?.breakGlass.breakGlass?.id;
  if (!id) throw new Error(`The glass did not break: ${data?.breakGlass.message ?? errors[0]?.message}`);
  return id;
}

describe('broken glass', () => {
  const reason = 'The child is at the hospital with somebody nobody knows.';

  test('is reviewed by a manager once it is over, and then closed for good', async () => {
    const allocated = await numbersFor('swp-worker');
    const hidden = (await numbersFor('la-analyst')).find((number) => !allocated.includes(number)) ?? '';
    const id = await breakGlass('swp-worker', hidden, reason);
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);

    await access.open('/la/break-glass?show=live');
    expect(await access.rowsOf(/^Live now/)).toContainEqual(expect.stringContaining(reason));
    await browsing.platform.ask(
      await browsing.platform.token('swp-worker'),
      'mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) { id } }',
      { input: { id } },
    );
    await access.open('/la/access');
    expect((await access.rowsOf(/^Pages about access/)).join('\n')).toMatch(/\d broken glass(es)? to review/);
    await page.getByRole('link', { name: 'Broken glass', exact: true }).click();
    await page
      .getByRole('row', { name: reason })
      .getByRole('link', { name: /^Review the glass broken/ })
      .click();
    await page.getByRole('heading', { name: 'Review of a broken glass' }).waitFor();
    await access.button('Close the review').click();
    expect(await access.faults()).toEqual(['Say whether it was justified', 'Enter why, and what follows']);
    expect(await page.title()).toMatch(/^Error: Broken glass/);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('Why, and what follows').fill('The hospital asked. Nothing follows.');
    await access.button('Close the review').click();
    await access.succeeds('Your review is recorded.');
    await expect.poll(async () => (await page.locator('main').innerText()).includes(reason)).toBe(false);
    await access.open('/la/break-glass?show=reviewed');
    expect(await access.rowsOf(/^Reviewed/)).toContainEqual(
      expect.stringMatching(/Justified, Chandra Moore, .*The hospital asked\. Nothing follows\./s),
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is none of the business of those who did not break it and do not review it', async () => {
    const { page, open } = await browsing.visit('la-analyst');
    await open('/la/break-glass');
    expect(await page.locator('main').innerText()).toContain('You are not looking at a child under broken glass.');
    expect(await page.getByRole('navigation', { name: 'Broken glass' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('an inspection', () => {
  test('is opened, given a sample, and closed at once', async () => {
    const [first = '', second = ''] = await numbersFor('la-manager');
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/inspections');
    await page.getByRole('link', { name: 'Open an inspection' }).click();
    await page.getByRole('heading', { level: 1, name: 'Open an inspection' }).waitFor();
    await access.button('Open the inspection').click();
    expect(await access.faults()).toEqual([
      'Enter what kind of inspection it is',
      'Enter the sign-in identifier of at least one inspector',
    ]);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel('What kind of inspection is it?').fill('Focused visit');
    await page.getByLabel('Inspectors’ sign-in identifiers').fill('somebody@ofsted.example');
    const year = await page.getByRole('group', { name: 'Last day' }).getByLabel('Year').inputValue();
    await page.getByRole('group', { name: 'Last day' }).getByLabel('Year').fill('2020');
    await access.button('Open the inspection').click();
    expect(await access.faults()).toHaveLength(1);
    await page.getByRole('group', { name: 'Last day' }).getByLabel('Year').fill(year);
    await access.button('Open the inspection').click();
    await page.getByRole('heading', { level: 1, name: 'Focused visit' }).waitFor();
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('somebody@ofsted.example, not signed in yet');

    await page.getByLabel('Add children to the sample').fill(`${first}, 999999`);
    await access.button('Add to the sample').click();
    expect(await access.faults()).toEqual(['There is no child that you may see with the number 999999']);
    await page.getByLabel('Add children to the sample').fill(`${first}\n${second}`);
    await access.button('Add to the sample').click();
    await access.succeeds('Added: 2 children.');
    await expect.poll(() => access.rowsOf('2 children')).toHaveLength(2);
    expect(await objections(page)).toEqual([]);
    await access.button(`Remove child ${first}`).click();
    await expect.poll(() => access.rowsOf('1 child')).toEqual([expect.stringContaining(second)]);

    await access.button('Close the inspection').click();
    expect(await objections(page)).toEqual([]);
    await access.button('Cancel').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close the inspection');
    await access.confirm('Close the inspection', 'Close it now');
    await access.succeeds('The inspection is closed. The inspectors read nothing more.');
    await expect.poll(() => access.button('Add to the sample').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('shows what its inspectors viewed to the authority too', async () => {
    const inspector = await browsing.visit('ofsted-inspector');
    await settled(inspector.page);
    await inspector.page.context().close();
    const { page } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/inspections');
    await page.locator('tbody tr', { hasText: 'Open' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'What the inspectors viewed' }).waitFor();
    await settled(page);
    await expect
      .poll(
        async () => {
          await page.reload();
          await settled(page);
          return (await access.rowsOf(/The inspectors see this log too\.$/).catch(() => [])).join('\n');
        },
        { timeout: 15_000, interval: 500 },
      )
      .toContain('Farah Brook');
    expect(await objections(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a machine', () => {
  test('is registered, told its secret once, and revoked at once', async () => {
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/credentials?register');
    await access.button('Register the machine').click();
    expect(await access.faults()).toEqual([
      'Enter what the machine is called, in 3 to 100 characters',
      'Enter what it reads the data for, in 10 to 300 characters',
      'Choose at least one thing it may read',
    ]);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel('What is the machine called?').fill('Case system');
    await page.getByLabel('What does it read the data for?').fill('Keeps placements in step.');
    await page.getByLabel('Children’s records').check();
    await access.button('Register the machine').click();
    await access.succeeds('Case system is registered.');
    const [id = '', secret = ''] = await page.locator('main code').allTextContents();
    expect(secret.length).toBeGreaterThan(20);
    expect(await objections(page)).toEqual([]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await access.button('Copy the secret').click();
    await page.getByText('The secret is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    expect((await tokenFor(id, secret)).status).toBe(200);

    await page.getByRole('link', { name: 'I have kept the secret' }).click();
    await page.getByRole('table', { name: 'Machines registered' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(secret);
    await access.confirm('Revoke Case system', 'Revoke it now');
    await access.succeeds('Case system is revoked. It reads nothing more.');
    await expect.poll(() => access.rowsOf('Machines registered')).toContainEqual(expect.stringContaining('Revoked'));
    expect((await tokenFor(id, secret)).status).toBe(401);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  async function tokenFor(id: string, secret: string): Promise<Response> {
    return fetch(`${browsing.platform.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    });
  }
});

describe('a restricted record', () => {
  test('is there for those named and for nobody else, until the restriction is lifted', async () => {
    const number = (await numbersFor('la-analyst')).at(-1) ?? '';
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/restricted?restrict');
    await page.getByLabel('Child’s number').fill('999999');
    await access.button('Restrict the record').click();
    expect(await access.faults()).toEqual(['Enter why, in 10 to 2000 characters']);
    await page.getByLabel('Why is the record restricted?').fill('The family of a worker of ours.');
    await access.button('Restrict the record').click();
    expect(await access.faults()).toEqual(['There is no child that you may see with this number']);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel('Child’s number').fill(number);
    await access.button('Restrict the record').click();
    await access.succeeds(`The record of child ${number} is restricted.`);
    expect(await numbersFor('la-analyst')).not.toContain(number);
    await expect
      .poll(() => access.rowsOf(/^Restricted records/))
      .toContainEqual(expect.stringMatching(new RegExp(`^${number}.*Chandra Moore`, 's')));

    await page.getByRole('link', { name: `Change the restriction of ${number}` }).click();
    await page.getByRole('heading', { level: 1, name: 'A restricted record' }).waitFor();
    await settled(page);
    expect(await objections(page)).toEqual([]);
    await page
      .getByRole('group', { name: 'Who may see the record?' })
      .getByLabel(/^Amara Field/)
      .check();
    await access.button('Save who is named').click();
    await access.succeeds(`The people named for child ${number} are changed.`);
    expect(await numbersFor('la-analyst')).toContain(number);

    await page.getByRole('link', { name: `Change the restriction of ${number}` }).click();
    await access.confirm('Lift the restriction', 'Lift it now');
    await access.succeeds(`The restriction of child ${number} is lifted.`);
    expect(await numbersFor('la-commissioner')).toContain(number);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('an Independent Reviewing Officer', () => {
  test('sees a child from the day they are appointed', async () => {
    const officer = await browsing.visit('la-iro');
    await officer.page.context().close();
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/reviewing-officers');
    await access.button('Appoint the officer').click();
    expect(await access.faults()).toEqual(['Choose at least one child', 'Choose an officer']);
    expect(await objections(page)).toEqual([]);
    const box = page.getByRole('checkbox', { name: /^Child / }).last();
    const name = (await box.evaluate((one) => (one as HTMLInputElement).labels?.[0]?.textContent)) ?? '';
    const number = name.replace('Child ', '');
    await box.check();
    await page.getByLabel('Officer', { exact: true }).selectOption({ label: 'Gwen Ashe' });
    await access.button('Appoint the officer').click();
    await access.succeeds('The officer is appointed for 1 child.');
    expect((await access.rowsOf(/looked after today/)).find((row) => row.includes(number))).toContain('Gwen Ashe');
    expect(await numbersFor('la-iro')).toContain(number);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('a person', () => {
  test('is signed out everywhere', async () => {
    const commissioner = await browsing.visit('la-commissioner');
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await access.open('/la/people');
    expect((await access.rowsOf(/seen here$/)).join('\n')).toContain('Bryn Castle|Commissioner');
    expect(await objections(page)).toEqual([]);
    await access.confirm('Sign out everywhere Bryn Castle', 'Sign them out now');
    await access.succeeds(/Bryn Castle is signed out: \d+ sessions? ended\./);
    await commissioner.page.goto('/la/children');
    await commissioner.page.waitForURL((url) => !url.pathname.startsWith('/la'));
    expect(troubles).toEqual([]);
    await Promise.all([page.context().close(), commissioner.page.context().close()]);
  });
});
