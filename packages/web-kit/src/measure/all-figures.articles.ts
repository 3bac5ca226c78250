import type { Measure } from './measure.ts';

/** The figures that serve one article of the model contract. */
export interface ArticleFigures {
  readonly article: number;
  readonly title: string;
  readonly measures: readonly Measure[];
}

const TITLES: Readonly<Record<number, string>> = {
  22: 'Stability and continuity (Article 22)',
  23: 'Be healthy (Article 23)',
  24: 'Stay safe (Article 24)',
  25: 'Enjoy and achieve (Article 25)',
  26: 'Make a positive contribution (Article 26)',
  27: 'Achieve economic well-being (Article 27)',
};

/** Figures under the articles they serve, in the order of the articles; an article without a figure is left out. */
export function articlesOf(measures: readonly Measure[]): ArticleFigures[] {
  return Object.entries(TITLES).flatMap(([number, title]) => {
    const article = Number(number);
    const serving = measures.filter(({ indicator }) => indicator.outcomeArticle === article);
    return serving.length > 0 ? [{ article, title, measures: serving }] : [];
  });
}
