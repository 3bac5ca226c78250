import type { Page } from 'playwright-core';

/** A file that somebody has on their computer. */
export interface LocalFile {
  readonly name: string;
  readonly text: string;
}

/** The page where a return is imported, and the report that follows. */
export class ReturnsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Chooses files with the button. */
  async choose(files: readonly LocalFile[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.#page.waitForEvent('filechooser'),
      this.#page.getByRole('button', { name: 'Choose files' }).click(),
    ]);
    await chooser.setFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })),
    );
  }

  /** Drops files on the page. */
  async drop(files: readonly LocalFile[]): Promise<void> {
    const dropped = await this.#page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const { name, text } of all) transfer.items.add(new File([text], name, { type: 'text/csv' }));
      return transfer;
    }, files);
    const place = this.#page.locator('.mainstay-file-drop');
    await place.dispatchEvent('dragover', { dataTransfer: dropped });
    await place.dispatchEvent('drop', { dataTransfer: dropped });
  }

  /** The names of the files chosen so far. */
  async chosen(): Promise<string[]> {
    const items = await this.#page.getByRole('button', { name: /^Remove / }).allTextContents();
    return items.map((text) => text.replace('Remove ', ''));
  }

  /** Sends the form for a collection year; answers what was under way meanwhile. */
  async send(year: number, what: 'load' | 'check' = 'load'): Promise<string[]> {
    const stages = await this.#watchStages();
    await this.#page.getByLabel('Collection year').selectOption(String(year));
    await this.#page.locator(`input[name="what"][value="${what}"]`).check();
    await this.#page.getByRole('button', { name: 'Continue' }).click();
    await this.#page.waitForURL(/\/la\/returns\/.+/);
    await this.#page.getByRole('heading', { name: 'Files', exact: true }).waitFor({ timeout: 60_000 });
    return stages();
  }

  /** The report's rows under a heading, each as its cells joined by `|`. */
  async rowsOf(caption: string | RegExp): Promise<string[]> {
    const rows = this.#page.getByRole('table', { name: caption }).locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join('|')),
    );
  }

  async #watchStages(): Promise<() => Promise<string[]>> {
    await this.#page.evaluate(() => {
      const seen = new Set<string>();
      new MutationObserver(() => {
        for (const bar of document.querySelectorAll('progress')) seen.add(bar.getAttribute('aria-label') ?? '');
        document.body.dataset['stages'] = [...seen].join('\n');
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
    });
    return () => this.#page.evaluate(() => (document.body.dataset['stages'] ?? '').split('\n').filter(Boolean));
  }
}
