import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { SignInPage } from './pages/sign-in.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

test('signing out everywhere ends the session in another browser, whose page leads to the sign-in and back', async () => {
  const here = await browsing.visit('la-analyst');
  const elsewhere = await browsing.visit('la-analyst');
  await elsewhere.open('/la/practices');

  await here.page.getByRole('link', { name: 'Your account' }).click();
  await here.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
  await settled(here.page);
  const which = await here.page.locator('tbody tr td:first-child').allTextContents();
  expect(which.toSorted()).toEqual(['Another', 'This one']);
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('heading', { name: 'Signed out' }).waitFor();

  await elsewhere.page.getByRole('link', { name: 'Children', exact: true }).click();
  await new SignInPage(elsewhere.page).choose('la-analyst');
  await elsewhere.page.getByRole('heading', { level: 1, name: 'Children' }).waitFor();
  expect(new URL(elsewhere.page.url()).pathname).toBe('/la/children');
  for (const { context } of [here, elsewhere]) await context.close();
});
