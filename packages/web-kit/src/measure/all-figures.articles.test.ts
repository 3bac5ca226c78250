import { expect, test } from 'vitest';
import { articlesOf } from './all-figures.articles.ts';
import type { Measure } from './measure.ts';

const serving = (outcomeArticle: number | null, code: string) => ({ indicator: { code, outcomeArticle } }) as Measure;

test('figures stand under the articles they serve, in the order of the articles and each in their own', () => {
  const [last, first, second] = [serving(27, 'c'), serving(22, 'a'), serving(22, 'b')];
  const articles = articlesOf([last, first, second, serving(null, 'd')]);
  expect(articles.map(({ article }) => article)).toEqual([22, 27]);
  expect(articles[0]?.measures).toEqual([first, second]);
});
