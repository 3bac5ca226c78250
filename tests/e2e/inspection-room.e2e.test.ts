import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { places } from '../testkit/small-world.ts';
import { ChildrenPage } from './pages/children.page-object.ts';
import { InspectionRoomPage } from './pages/inspection-room.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

describe('an inspector', () => {
  test('finds in the room whom, when and with whom they inspect, and opens a sampled record with one click', async () => {
    const { page, open, troubles } = await browsing.visit('ofsted-inspector');
    const room = new InspectionRoomPage(page);
    await open('/ofsted');
    const about = await room.about();
    expect(about['Authority']).toBe('Birmingham');
    expect(about['Time left']).toBe('Today and 21 more days');
    expect(about['Team']).toContain('Farah Brook');
    expect(await page.getByRole('region', { name: 'Inspection' }).textContent()).toContain('is recorded');
    const sample = await room.sample();
    expect(sample).toHaveLength(12);
    const [first = ''] = sample;
    await page.getByRole('link', { name: first, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Child ${first}` }).waitFor();
    await settled(page);
    await page.getByRole('link', { name: 'Life line' }).click();
    await page.getByRole('grid', { name: `Life line of child ${first}` }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('sees all children in the list, those in the sample marked and only they linked', async () => {
    const { page, open, troubles } = await browsing.visit('ofsted-inspector');
    await open('/ofsted');
    const sample = await new InspectionRoomPage(page).sample();
    await open('/ofsted/children?on=any');
    await page.getByText('In it').first().waitFor();
    const listed = await new ChildrenPage(page).all();
    expect(listed).toEqual(expect.arrayContaining(sample));
    expect(listed.length).toBeGreaterThan(sample.length);
    await open('/ofsted/children?on=any');
    await page.getByText('In it').first().waitFor();
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector('th')?.textContent ?? '',
          row.querySelector('th a') !== null,
          (row.textContent ?? '').includes('In it'),
        ]),
      );
    expect(rows).toEqual(rows.map(([id]) => [id, sample.includes(String(id)), sample.includes(String(id))]));
    expect(rows.some(([, isLinked]) => isLinked === false)).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('finds in the log the record they opened', async () => {
    const { page, open, troubles } = await browsing.visit('ofsted-inspector');
    const room = new InspectionRoomPage(page);
    await open('/ofsted');
    const [, second = ''] = await room.sample();
    await page.getByRole('link', { name: second, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Child ${second}` }).waitFor();
    await settled(page);
    await expect.poll(() => room.recordsInLog(), { timeout: 10_000 }).toContain(second);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is told in plain words when no inspection is open to them any more', async () => {
    const { page, open } = await browsing.visit('ofsted-inspector');
    const manager = await browsing.platform.token('la-manager');
    const { ask } = browsing.platform;
    interface Inspections {
      localAuthority: { inspections: { id: string; status: string }[] };
    }
    const { data } = await ask<Inspections>(
      manager,
      `{ localAuthority(id: "${places.home}") { inspections { id status } } }`,
    );
    const running = data?.localAuthority.inspections.find(({ status }) => status === 'OPEN');
    const close = 'mutation ($id: ID!) { closeInspection(input: { inspectionId: $id }) { status } }';
    expect((await ask(manager, close, { id: running?.id })).data).toEqual({ closeInspection: { status: 'CLOSED' } });
    for (const path of ['/ofsted', '/ofsted/children', '/ofsted/log']) {
      await open(path);
      expect(await page.locator('h1').textContent()).toBe('No inspection is open to you');
      expect(await page.getByRole('region', { name: 'Inspection' }).count()).toBe(0);
    }
    await page.context().close();
  });
});
