import type { Page } from 'playwright-core';
import { settled } from '../../testkit/browsing.ts';

/** The inspection's room and its log. */
export class InspectionRoomPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What the room says of the inspection, by the words before it. */
  async about(): Promise<Record<string, string>> {
    const rows = await this.#page
      .locator('.govuk-summary-list__row')
      .evaluateAll((all) =>
        all.map((row) => [row.querySelector('dt')?.textContent ?? '', row.querySelector('dd')?.textContent ?? '']),
      );
    return Object.fromEntries(rows) as Record<string, string>;
  }

  /** The local ids of the children in the sample. */
  async sample(): Promise<string[]> {
    return this.#page
      .getByRole('table', { name: 'Children in the sample, by local id' })
      .locator('tbody th a')
      .allTextContents();
  }

  /** The local ids of the records that the log's entries on its first page name. */
  async recordsInLog(): Promise<string[]> {
    await this.#page.goto('/ofsted/log');
    await settled(this.#page);
    return this.#page.getByRole('table', { name: 'What was viewed' }).locator('tbody a').allTextContents();
  }
}
