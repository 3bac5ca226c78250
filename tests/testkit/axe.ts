import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe objects to on a page, in a line each.
 *
 * @throws Error when axe found next to nothing to look at: the page was not there.
 */
export async function objections(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
  if (passes.length <= 10) throw new Error(`Axe passed ${passes.length} rules only: is there a page?`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
