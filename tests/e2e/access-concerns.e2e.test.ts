import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { places } from '../testkit/small-world.ts';
import { AccessPages } from './pages/access.page-object.ts';

let browsing: Browsing;
let localId: string;
beforeAll(async () => {
  browsing = await startBrowsing();
  localId = await openNamesake();
});
afterAll(() => browsing?.stop());

/** The detectors look ten seconds after the start, and every few seconds from then on. */
const NOTICED = { timeout: 60_000, interval: 2000 };
const noticed = 'A record of a child with the same surname as the person who opened it';

/** Has the analyst, Amara Field, open the record of a child called Field; answers the child's number. */
async function openNamesake(): Promise<string> {
  const { platform } = browsing;
  const [manager, analyst] = [await platform.token('la-manager'), await platform.token('la-analyst')];
  interface Children {
    children: { edges: { node: { id: string; localId: string } }[] };
  }
  const list = `{ children(la: "${places.home}", first: 1) { edges { node { id localId } } } }`;
  const { data } = await platform.ask<Children>(manager, list);
  const child = data?.children.edges[0]?.node;
  if (!child) throw new Error('There is no child.');
  await platform.ask(manager, 'mutation ($input: RecordChildNameInput!) { recordChildName(input: $input) { id } }', {
    input: { childId: child.id, givenNames: 'Robin', familyName: 'Field' },
  });
  await platform.ask(analyst, 'query ($id: ID!) { child(id: $id) { id dateOfBirth episodes { id } } }', {
    id: child.id,
  });
  return child.localId;
}

describe('a concern', () => {
  test('is looked at, decided with a note, and no accusation', async () => {
    const { page, troubles } = await browsing.visit('la-manager');
    const access = new AccessPages(page);
    await expect
      .poll(async () => {
        await access.open('/la/audit/concerns');
        return page.getByRole('row', { name: noticed }).filter({ hasText: localId }).count();
      }, NOTICED)
      .toBe(1);
    expect(await objections(page)).toEqual([]);
    await page.getByRole('row', { name: noticed }).getByRole('link', { name: noticed }).click();
    await page.getByRole('heading', { level: 2, name: noticed }).waitFor();
    expect((await access.rowsOf('What it rests on')).join('\n')).toContain('Amara Field');
    await access.button('Record the decision').click();
    expect(await access.faults()).toEqual([
      'Say whether there is an explanation',
      'Enter what you found and whom you asked',
    ]);
    expect(await page.title()).toMatch(/^Error: Concerns/);
    expect(await objections(page)).toEqual([]);
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('What you found, and whom you asked').fill('Asked her: a name by chance.');
    await access.button('Record the decision').click();
    await access.succeeds('Your decision is recorded.');
    await access.open('/la/audit/concerns?show=dismissed');
    expect((await access.rowsOf(/newest first$/)).join('\n')).toContain('Asked her: a name by chance.');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
