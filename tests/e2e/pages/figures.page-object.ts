import type { Locator, Page } from 'playwright-core';

/** What a card says of its figure. */
export interface CardFigure {
  readonly title: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A page of measure cards: an authority's, or a practice's. */
export class FiguresPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Every card of the page. */
  get cards(): Locator {
    return this.page.getByRole('article');
  }

  /** The card of one figure. */
  card(title: string): Locator {
    return this.cards.filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** The cards that show a figure, with what was counted. */
  async figures(): Promise<CardFigure[]> {
    const texts = await this.cards.evaluateAll((cards) =>
      cards.map((card) => ({ title: card.querySelector('h3')?.textContent ?? '', text: card.textContent ?? '' })),
    );
    return texts.flatMap(({ title, text }) => {
      const counted = /([\d,]+) of ([\d,]+) (?:children|reviews|care leavers)/.exec(text);
      return counted ? [{ title, numerator: numberOf(counted[1]), denominator: numberOf(counted[2]) }] : [];
    });
  }

  /** Follows the link to the children counted in a figure. */
  async openNumerator(title: string): Promise<void> {
    await this.card(title)
      .getByRole('link', { name: /^See (the|those) / })
      .first()
      .click();
  }

  /** The values written in the chart, by year. */
  async chart(title: string): Promise<string[]> {
    const drawing = this.card(title).getByRole('img');
    const name = await drawing.evaluate((svg) => svg.querySelector('title')?.textContent ?? '');
    return name.slice(name.indexOf(': ') + 2).split(', ');
  }

  /** The rows of the table under the chart: the year, and the figure. */
  async table(title: string): Promise<string[]> {
    const card = this.card(title);
    await card.getByText('Show as a table').click();
    const rows = card.getByRole('table').locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => {
        const [period, figure] = [...row.children].map((cell) => cell.textContent ?? '');
        return `${/\d{4}$/.exec(period ?? '')?.[0]} ${figure}`;
      }),
    );
  }
}

function numberOf(text = ''): number {
  return Number(text.replaceAll(',', ''));
}
