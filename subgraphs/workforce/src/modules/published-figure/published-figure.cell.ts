import type { Unpublished } from './published-figure.entity.ts';

/** What the publisher writes where there is no figure to show, in either file and in files of other years. */
const symbols: Readonly<Record<string, Unpublished>> = {
  z: 'NOT_APPLICABLE',
  x: 'NOT_AVAILABLE',
  ':': 'NOT_AVAILABLE',
  '': 'NOT_AVAILABLE',
  c: 'CONFIDENTIAL',
  low: 'LOW',
  k: 'LOW',
  '~': 'LOW',
  u: 'UNRELIABLE',
};

const number = /^\d{1,9}(\.\d{1,6})?$/;

/** The figure in a cell, or why it has none; null when it is neither a number nor a symbol of the publisher's. */
export function figureIn(cell: string): number | Unpublished | null {
  const text = cell.trim();
  if (number.test(text)) return Number(text);
  return symbols[text.toLowerCase()] ?? null;
}
