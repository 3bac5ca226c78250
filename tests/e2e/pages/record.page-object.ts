import type { Page } from 'playwright-core';
import { settled } from '../../testkit/browsing.ts';

/** An answer on a form: a choice by its words, a line of text, a day as `2026-03-01`, or ticks. */
export type FormAnswer =
  | { readonly choose: string }
  | { readonly select: string }
  | { readonly type: string }
  | { readonly day: string }
  | { readonly tick: readonly string[] };

/** One child's record: its sections, and the forms of their entries. */
export class RecordPage {
  readonly #page: Page;
  /** The address of the child. */
  readonly #child: string;

  constructor(page: Page, child: string) {
    this.#page = page;
    this.#child = child;
  }

  /** Opens a place below the child's address, such as `health/events/new`. */
  async open(place: string): Promise<void> {
    await this.#page.goto(`${this.#child}/${place}`);
    await settled(this.#page);
  }

  /** Answers the questions of a form, by their words. */
  async answer(answers: Readonly<Record<string, FormAnswer>>): Promise<void> {
    for (const [question, answer] of Object.entries(answers)) await this.#answerOne(question, answer);
  }

  /** Presses the form's button and waits for the section it leads back to. */
  async send(button: string, heading: RegExp): Promise<void> {
    await this.#page.getByRole('button', { name: button }).click();
    await this.#page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(this.#page);
  }

  /** The rows of an entry's summary, by what they are called. */
  async rowsOf(heading: string): Promise<Record<string, string>> {
    const entry = this.#page.locator('.mainstay-entry').filter({
      has: this.#page.getByRole('heading', { name: heading, exact: true }),
    });
    await entry.first().waitFor();
    return entry.first().evaluate((section) => {
      const words = (element: Element | null) => element?.textContent?.trim() ?? '';
      const rows = [...section.querySelectorAll('.govuk-summary-list__row')];
      return Object.fromEntries(rows.map((row) => [words(row.querySelector('dt')), words(row.querySelector('dd'))]));
    });
  }

  async #answerOne(question: string, answer: FormAnswer): Promise<void> {
    const group = this.#page.getByRole('group', { name: question, exact: true });
    if ('day' in answer) {
      const [year = '', month = '', day = ''] = answer.day.split('-');
      await group.getByLabel('Day').fill(String(Number(day)));
      await group.getByLabel('Month').fill(String(Number(month)));
      await group.getByLabel('Year').fill(year);
    } else if ('choose' in answer) await group.getByLabel(answer.choose, { exact: true }).check({ force: true });
    else if ('tick' in answer) for (const one of answer.tick) await group.getByLabel(one, { exact: true }).check();
    else if ('select' in answer)
      await this.#page.getByLabel(question, { exact: true }).selectOption({ label: answer.select });
    else await this.#page.getByLabel(question, { exact: true }).fill(answer.type);
  }
}
