import type { Locator, Page } from 'playwright-core';
import { settled } from '../../testkit/browsing.ts';

/** The form that breaks the glass, and the record under it. */
export class BreakGlassPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The line over every page under a broken glass. */
  get banner(): Locator {
    return this.#page.getByRole('region', { name: 'Break-glass' });
  }

  /** Looks for a child among the module's children, finds none, and goes on to the form. */
  async openFromSearch(childrenPath: string, localId: string): Promise<void> {
    await this.#page.goto(`${childrenPath}?on=any&id=${localId}`);
    await settled(this.#page);
    await this.#page.getByText('No child matches.').waitFor();
    await this.#page.getByRole('link', { name: 'I need to see a record I cannot find' }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'See a record you cannot find' }).waitFor();
    await settled(this.#page);
  }

  /** Fills the form and sends it. */
  async send(localId: string, reason: string): Promise<void> {
    await this.#page.getByLabel('The authority’s own number for the child').fill(localId);
    await this.#page.getByLabel('Why you need to see it now').fill(reason);
    await this.#page.getByRole('button', { name: 'Break the glass' }).click();
  }

  /** Waits for the record of a child to be open under the glass. */
  async recordOf(localId: string): Promise<void> {
    await this.#page.getByRole('heading', { level: 1, name: `Child ${localId}` }).waitFor();
    await settled(this.#page);
  }

  /** Ends the glass before its time. */
  async end(): Promise<void> {
    await this.banner.getByRole('button', { name: 'End it now' }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'The record is closed again' }).waitFor();
  }
}
