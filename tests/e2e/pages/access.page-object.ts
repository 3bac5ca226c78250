import type { Locator, Page } from 'playwright-core';
import { settled } from '../../testkit/browsing.ts';

/** The pages about access: who looked, and what is decided about it. */
export class AccessPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to a page about access and waits until every part of it is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await settled(this.page);
  }

  /** The rows of a table, each as its cells joined by `|`. */
  async rowsOf(caption: string | RegExp): Promise<string[]> {
    const rows = this.page.getByRole('table', { name: caption }).locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim()).join('|')),
    );
  }

  /** What the error summary says, once it is there. */
  async faults(): Promise<string[]> {
    const summary = this.page.locator('.govuk-error-summary');
    await summary.waitFor();
    return summary.locator('li').allTextContents();
  }

  /** Waits for the banner that says that something was done. */
  async succeeds(words: string | RegExp): Promise<void> {
    await this.page.locator('.govuk-notification-banner--success').filter({ hasText: words }).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Does what takes effect at once: presses its button, and the one that confirms it. */
  async confirm(label: string | RegExp, yes: string): Promise<void> {
    await this.button(label).click();
    await this.button(yes).click();
  }

  /** Saves the file that a button gives; answers its lines, without the byte-order mark. */
  async linesOfFile(button: string | RegExp): Promise<string[]> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(button).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    return text.replace('\uFEFF', '').split('\r\n').filter(Boolean);
  }

  /** Searches the audit for what was done with one child. */
  async searchFor(childNumber: string): Promise<void> {
    await this.page.locator('summary', { hasText: /^Search: / }).click();
    await this.page.getByLabel('Child’s number').fill(childNumber);
    await this.button('Search').click();
    await this.page.waitForURL(/child=/);
    await settled(this.page);
  }
}
