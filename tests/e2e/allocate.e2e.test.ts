import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '../testkit/axe.ts';
import { settled, startBrowsing, type Browsing } from '../testkit/browsing.ts';
import { RecordPage } from './pages/record.page-object.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.stop());

interface ChildNode {
  readonly node: {
    readonly id: string;
    readonly isLookedAfter: boolean;
    readonly currentLegalStatus: { readonly code: string } | null;
    readonly currentPlacement: { readonly type: { readonly code: string } } | null;
    readonly allocations: readonly object[];
  };
}

/** A child under a full care order whom no practice has had. */
async function childToAllocate(): Promise<string> {
  const token = await browsing.platform.token('la-manager');
  const { data } = await browsing.platform.ask<{ children: { edges: readonly ChildNode[] } }>(
    token,
    `{ children(first: 100, la: "E08000025") { edges { node { id isLookedAfter currentLegalStatus { code }
       currentPlacement { type { code } } allocations { id } } } } }`,
  );
  const found = data?.children.edges.find(
    ({ node }) =>
      node.isLookedAfter &&
      node.currentLegalStatus?.code === 'C2' &&
      node.allocations.length === 0 &&
      !node.currentPlacement?.type.code.startsWith('A'),
  );
  expect(found).toBeDefined();
  return found?.node.id ?? '';
}

test('a manager allocates a child with what the child and parents say, and takes the child back', async () => {
  const child = await childToAllocate();
  const { page, troubles } = await browsing.visit('la-manager');
  const record = new RecordPage(page, `/la/children/${child}`);
  await record.open('practice');
  await page.getByText('The child is with no practice.').waitFor();
  await page
    .getByRole('button', { name: 'Allocate to a practice' })
    .or(page.getByRole('link', { name: 'Allocate to a practice' }))
    .click();
  await settled(page);
  expect(await objections(page)).toEqual([]);
  const practice = page.getByRole('group', { name: 'Which practice?' });
  await practice.getByRole('radio').first().check({ force: true });
  await page.getByRole('button', { name: 'Allocate the child' }).click();
  await page.getByRole('link', { name: /^Write what the child thinks/ }).waitFor();

  await record.answer({
    'What the child thinks about it': { type: 'Wants to stay with the same worker.' },
    'What the birth parents think about it': { type: 'Agree.' },
    'If the contract would have more children than agreed: why': { type: 'Brothers and sisters stay together.' },
  });
  await record.send('Allocate the child', /^Practice: child/);
  await page.getByText('Wants to stay with the same worker.').waitFor();
  expect(await page.getByText('Allocate to a practice').count()).toBe(0);

  await page.getByRole('link', { name: 'End this allocation' }).click();
  await settled(page);
  await record.answer({ 'Why does it end?': { choose: 'A year has passed since the child left care' } });
  await page.getByRole('button', { name: 'End the allocation' }).click();
  await page.getByRole('alert').waitFor();
  await record.answer({
    'Why does it end?': { choose: 'The authority takes the child back (Article 21)' },
    'In words': { type: 'The practice asked for what it cannot give.' },
  });
  await record.send('End the allocation', /^Practice: child/);
  await page.getByText('The authority takes the child back').waitFor();
  expect(troubles).toEqual([]);
});

test('a worker of a practice reads it and is offered nothing to change', async () => {
  const { page, open } = await browsing.visit('swp-worker');
  await open('/swp/children');
  await page.locator('tbody th a').first().click();
  await settled(page);
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await page.getByText(/Allocate to a practice|End this allocation/).count()).toBe(0);
});
