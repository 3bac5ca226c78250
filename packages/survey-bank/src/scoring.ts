import type { KeyItem, Scale } from './bank/scale.ts';

/** The share of a scale's own items that must be answered for a score. */
const LEAST_ANSWERED = 0.5;

/**
 * One person's score on a scale; null when too little was answered. A scale of our own: the mean of the items answered,
 * half of them at least. A licensed scale: the score entered, or the weighted sum of all its items.
 *
 * @param answers the answers to the scale's questions, in their order.
 */
export function scoreOf(scale: Scale, answers: readonly (number | null)[]): number | null {
  if (scale.kind === 'licensed' && answers.length === 1) return answers[0] ?? null;
  const turned = keyedAnswers(scale, answers);
  const answered = turned.filter((value) => value !== null);
  if (scale.kind === 'licensed') return answered.length < scale.key.length ? null : sum(answered);
  return answered.length < scale.items.length * LEAST_ANSWERED || answered.length === 0
    ? null
    : sum(answered) / answered.length;
}

/** The answers as they count: turned where the item is reversed, times its weight. */
export function keyedAnswers(scale: Scale, answers: readonly (number | null)[]): (number | null)[] {
  const values = scale.options.map(({ value }) => value);
  const ends = Math.min(...values) + Math.max(...values);
  const key: readonly KeyItem[] =
    scale.kind === 'licensed'
      ? scale.key
      : scale.items.map(({ isReversed }) => ({ weight: 1, ...(isReversed ? { isReversed } : {}) }));
  return key.map(({ weight, isReversed }, index) => {
    const answer = answers[index] ?? null;
    return answer === null ? null : weight * (isReversed ? ends - answer : answer);
  });
}

/**
 * How well the items of a scale hang together: Cronbach's alpha of those who answered all of them. Null for fewer than
 * two items or people, and where nobody differs.
 *
 * @param rows each person's counted answers (`keyedAnswers`).
 */
export function cronbachAlpha(rows: readonly (readonly (number | null)[])[]): number | null {
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null));
  const items = complete[0]?.length ?? 0;
  if (items < 2 || complete.length < 2) return null;
  const ofTotal = variance(complete.map(sum));
  if (ofTotal === 0) return null;
  const ofItems = Array.from({ length: items }, (_, index) => variance(complete.map((row) => row[index] ?? 0)));
  return (items / (items - 1)) * (1 - sum(ofItems) / ofTotal);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function variance(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}
