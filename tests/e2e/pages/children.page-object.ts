import type { Page } from 'playwright-core';
import { settled } from '../../testkit/browsing.ts';

/** The list of children. */
export class ChildrenPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many children the list says there are. */
  async total(): Promise<number> {
    return Number(/([\d,]+) child/.exec(await this.#range())?.[1]?.replaceAll(',', ''));
  }

  /** The local ids of all pages of the list. */
  async all(): Promise<string[]> {
    const ids = await this.shown();
    const next = this.#page.getByRole('link', { name: 'Next' });
    while ((await next.count()) > 0) {
      const before = await this.#range();
      await next.click();
      await this.#page.getByText(before, { exact: true }).waitFor({ state: 'detached' });
      await settled(this.#page);
      ids.push(...(await this.shown()));
    }
    return ids;
  }

  /** The local ids on this page of the list. */
  async shown(): Promise<string[]> {
    await this.#page.locator('tbody th').first().waitFor();
    return this.#page.locator('tbody th').allTextContents();
  }

  /** Opens the first child of the list whose record is open to the viewer; answers its local id. */
  async openFirst(): Promise<string> {
    const link = this.#page.locator('tbody th a').first();
    const id = (await link.textContent()) ?? '';
    await link.click();
    await this.#page.getByRole('heading', { level: 1, name: `Child ${id}` }).waitFor();
    return id;
  }

  /** E.g. `Showing 1 to 25 of 55 children, as they were on 31 March 2026`. */
  async #range(): Promise<string> {
    return (await this.#page.getByText(/^Showing /).textContent()) ?? '';
  }
}
