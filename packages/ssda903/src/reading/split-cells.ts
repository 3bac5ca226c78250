import Papa from 'papaparse';
import type { Delimiter } from './return-file.ts';

/** A row of a delimited file, and the line it begins on. */
export interface SplitRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a delimited text, or the line on which a quotation mark is opened that is not closed at the end of its cell. */
export type SplitText =
  | { readonly kind: 'rows'; readonly delimiter: Delimiter; readonly rows: readonly SplitRow[] }
  | { readonly kind: 'unclosed-quote'; readonly line: number };

const separatorLine = /^sep=([,;\t])$/i;

/**
 * Splits delimited text into cells. Any line ending will do, and quoted cells may hold line breaks.
 *
 * The delimiter is the one the first line uses most; a first line `sep=;`, which Excel writes, is obeyed.
 */
export function splitCells(text: string): SplitText {
  const lines = text.replace(/\r\n?/g, '\n');
  const firstLine = /[^\n]*/.exec(lines.trimStart())?.[0] ?? '';
  const announced = separatorLine.exec(firstLine.trim())?.[1] as Delimiter | undefined;
  const delimiter = announced ?? mostUsedDelimiter(firstLine);

  const rows: SplitRow[] = [];
  let line = 1;
  let unclosedAt: number | null = null;
  Papa.parse<string[]>(lines, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      if (unclosedAt === null && errors.some((error) => error.type === 'Quotes')) unclosedAt = line;
      if (data.length > 1 || data[0]?.trim()) rows.push({ line, cells: data });
      line += 1 + lineBreaksIn(data);
    },
  });
  if (unclosedAt !== null) return { kind: 'unclosed-quote', line: unclosedAt };
  if (announced) rows.shift();
  return { kind: 'rows', delimiter, rows };
}

function mostUsedDelimiter(line: string): Delimiter {
  const counted = ([',', ';', '\t'] as const).map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).mark;
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
