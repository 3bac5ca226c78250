import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled, startBrowsing, type Account, type Browsing } from '../testkit/browsing.ts';
import { places } from '../testkit/small-world.ts';
import { ChildrenPage } from './pages/children.page-object.ts';
import { FiguresPage } from './pages/figures.page-object.ts';
import { InspectionRoomPage } from './pages/inspection-room.page-object.ts';
import { SignInPage } from './pages/sign-in.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

const titles = [
  'Children who lived in three or more places in the year',
  'Children who have lived with the same carers for two years',
  'Children who had three or more social workers in the year',
  'Children placed more than 20 miles from home and outside their authority',
  'Reviews in which the child took part',
  'Care leavers aged 19 to 21 in education, employment or training',
];

/** Whose module, where they are led, and where their figures are. */
const modules: readonly [Account, { home: string; heading: string; path: string }, string[]][] = [
  [
    'la-analyst',
    { home: '/la', heading: 'Stability', path: '/la' },
    ['Stability', 'What is due', 'Decisions', 'Children', 'Practices', 'Workforce', 'Returns', 'Access'],
  ],
  [
    'swp-worker',
    { home: '/swp', heading: 'My day', path: '/swp/figures' },
    ['What is due', 'Decisions', 'Our children', 'Our team', 'Surveys', 'Our figures'],
  ],
  [
    'ofsted-inspector',
    { home: '/ofsted', heading: 'Room', path: '/ofsted' },
    ['Room', 'Children', 'Practices', 'Staffing', 'Log'],
  ],
];

describe.each(modules)('%s', (account, { home, heading, path }, navigation) => {
  test('signs in and is led to the figures of their own module, and to no other', async () => {
    const { page, open, troubles } = await browsing.visit(account);
    await settled(page);
    expect(new URL(page.url()).pathname).toBe(home);
    expect(await page.locator('h1').textContent()).toBe(heading);
    expect(await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').allTextContents()).toEqual(
      navigation,
    );
    await open(path);
    const shown = await new FiguresPage(page).cards.locator('h3').allTextContents();
    expect(shown.slice(0, titles.length)).toEqual(titles);
    // A practice's own figures go on with those of its staff.
    expect(shown.includes('Staff turnover')).toBe(home === '/swp');
    expect(await page.getByRole('region', { name: 'Demonstration' }).textContent()).toContain('made up');
    for (const [, other] of modules) {
      if (other.home === home) continue;
      await page.goto(other.home);
      await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('finds as many children behind each figure as it counts, and a life line behind each child', async () => {
    const { page, troubles, open } = await browsing.visit(account);
    const isInspector = account === 'ofsted-inspector';
    const figures = new FiguresPage(page);
    await open(path);
    const sample = isInspector ? await new InspectionRoomPage(page).sample() : [];
    const counted = (await figures.figures()).filter(
      ({ title, numerator }) => numerator > 0 && !title.startsWith('Reviews'),
    );
    expect(counted.length).toBeGreaterThan(1);
    for (const { title, numerator } of counted) {
      await open(path);
      await figures.openNumerator(title);
      await page.getByRole('navigation', { name: 'Children behind the figure' }).waitFor();
      await settled(page);
      const children = new ChildrenPage(page);
      const listed = (await page.locator('tbody').count()) > 0 ? await children.all() : [];
      // An inspector’s figures count all children, and those in the sample are listed.
      const expected = isInspector ? sample.filter((id) => listed.includes(id)).length : numerator;
      expect([title, new Set(listed).size, listed.length]).toEqual([title, expected, expected]);
      const total = isInspector ? expected : await children.total();
      expect([title, total]).toEqual([title, expected]);
    }
    if (isInspector) await open(path);
    const id = await new ChildrenPage(page).openFirst();
    await page.getByRole('link', { name: 'Life line' }).click();
    await page.getByRole('grid', { name: `Life line of child ${id}` }).waitFor();
    for (const row of ['Legal status', 'Placement', 'Social worker']) {
      expect(await page.getByRole('row', { name: new RegExp(`^${row}: `) }).count()).toBe(1);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('reads in the table under each chart what the chart shows', async () => {
    const { page, open } = await browsing.visit(account);
    const figures = new FiguresPage(page);
    await open(path);
    for (const { title } of await figures.figures()) {
      const drawn = await figures.chart(title);
      expect(drawn.length).toBe(5);
      expect(await figures.table(title)).toEqual(drawn);
    }
    await page.context().close();
  });
});

describe('a child that is not the viewer’s', () => {
  test('looks to a practice worker as one that never was', async () => {
    const analyst = await browsing.platform.token('la-analyst', { la: places.away });
    interface Children {
      children: { edges: { node: { id: string } }[] };
    }
    const query = '{ children(first: 1) { edges { node { id } } } }';
    const { data } = await browsing.platform.ask<Children>(analyst, query);
    const foreign = data?.children.edges[0]?.node.id ?? '';
    expect(foreign).toMatch(/^E09000017\./);
    const { page, open } = await browsing.visit('swp-worker');
    const seen: (string | null)[] = [];
    for (const id of [foreign, 'E09000017.aaaaaaaaaaaaaaaaaaaa', `${places.home}.aaaaaaaaaaaaaaaaaaaa`]) {
      await open(`/swp/children/${id}`);
      seen.push(`${await page.title()}\n${await page.locator('main').innerText()}`);
    }
    expect(seen[0]).toContain('There is no such child that you may see.');
    expect(new Set(seen).size).toBe(1);
    await page.context().close();
  });
});

/** Controls that sort or narrow a list, or keep a copy of figures. */
const harmless = /^button (Download CSV|Show )|^input (when|id|(on|asOf|knownOn)-(day|month|year))$/;

describe('an inspector', () => {
  test('finds nothing on any page with which something could be changed', async () => {
    const { page, open } = await browsing.visit('ofsted-inspector');
    await open('/ofsted');
    await new ChildrenPage(page).openFirst();
    const child = new URL(page.url()).pathname;
    for (const path of [
      '/ofsted',
      '/ofsted/log',
      '/ofsted/children',
      child,
      '/ofsted/practices',
      `/ofsted/practices/${places.homePractice}`,
    ]) {
      await open(path);
      const names = await page
        .locator('main')
        .locator('button, input, select, textarea')
        .evaluateAll((all) => all.map((one) => `${one.localName} ${one.getAttribute('name') ?? one.textContent}`));
      expect([path, names.filter((name) => !harmless.test(name))]).toEqual([path, []]);
      expect(await page.getByRole('region', { name: 'Inspection' }).textContent()).toContain('change nothing');
    }
    await page.context().close();
  });
});

describe('signing out', () => {
  test('ends the session: the page before is not shown again', async () => {
    const { page } = await browsing.visit('la-analyst');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.goto('/la/children');
    await page.waitForURL(/\/oidc\/interaction\//);
    expect(await page.locator('body').innerText()).not.toContain('Birmingham');
    expect(await (await page.request.get('/session')).json()).toMatchObject({ viewer: null });
    await page.context().close();
  });

  test('and in again leads back to the page that was asked for', async () => {
    const { page } = await browsing.visit();
    await page.goto('/la/practices?year=2025');
    await new SignInPage(page).choose('la-analyst');
    await page.getByRole('heading', { level: 1, name: 'Practices' }).waitFor();
    expect(new URL(page.url()).search).toBe('?year=2025');
    await page.context().close();
  });
});
