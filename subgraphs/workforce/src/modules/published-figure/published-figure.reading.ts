import { decodeText, splitCells, type SplitRow } from '@mainstay/ssda903';
import {
  figureColumnCalled,
  neededFigureColumns,
  placeColumns,
  type FigureColumn,
  type PlaceColumn,
} from './published-figure.columns.ts';
import type { PublishedFigureRow } from './published-figure.entity.ts';
import { publishedFileFault, type PublishedFileFault } from './published-figure.fault.ts';
import { keyOf, resolveJointReturns } from './published-figure.joint.ts';
import { rowReader } from './published-figure.row.ts';

/** A file as it was sent. */
export interface PublishedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds: its rows, each of one place and year, or its faults. */
export type ReadPublishedFile =
  | { readonly kind: 'rows'; readonly rows: readonly PublishedFigureRow[]; readonly notes: readonly string[] }
  | { readonly kind: 'faults'; readonly faults: readonly PublishedFileFault[] };

/** Where the columns are. */
export interface Layout {
  readonly file: string;
  readonly width: number;
  readonly places: ReadonlyMap<PlaceColumn, number>;
  readonly figures: readonly { readonly column: FigureColumn; readonly heading: string; readonly index: number }[];
}

/**
 * Reads a file of the Department for Education's statistics "Children's social work workforce": indicators, 2017 to 2025, or
 * headline measures, 2017 to 2022. All faults of a file are told together; a file with one is not read.
 */
export function readPublishedFile({ name, bytes }: PublishedFile): ReadPublishedFile {
  const refused = (fault: PublishedFileFault): ReadPublishedFile => ({ kind: 'faults', faults: [fault] });
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refused(publishedFileFault(name, 'not-text'));
  const split = splitCells(decoded.text);
  if (split.kind === 'unclosed-quote') return refused(publishedFileFault(name, 'unclosed-quote', { row: split.line }));
  const [heading, ...lines] = split.rows;
  if (!heading || lines.length === 0) return refused(publishedFileFault(name, 'empty-file'));
  const { layout, faults } = layoutOf(name, heading);
  return faults.length > 0 ? { kind: 'faults', faults } : readRows(layout, lines);
}

function readRows(layout: Layout, lines: readonly SplitRow[]): ReadPublishedFile {
  const read = rowReader(layout);
  const rows: Omit<PublishedFigureRow, 'edition'>[] = [];
  const faults: PublishedFileFault[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const of = read(line);
    faults.push(...of.faults);
    for (const row of of.rows) {
      const key = keyOf(row);
      if (seen.has(key)) faults.push(publishedFileFault(layout.file, 'row-twice', { row: line.line }));
      seen.add(key);
      rows.push(row);
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  const edition = Math.max(...rows.map(({ year }) => year));
  const { rows: resolved, notes } = resolveJointReturns(rows.map((row) => ({ ...row, edition })));
  return { kind: 'rows', rows: resolved, notes };
}

function layoutOf(file: string, { cells, line }: SplitRow): { layout: Layout; faults: PublishedFileFault[] } {
  const faults: PublishedFileFault[] = [];
  const places = new Map<PlaceColumn, number>();
  const figures = new Map<FigureColumn, Layout['figures'][number]>();
  for (const [index, cell] of cells.entries()) {
    const heading = cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase();
    const place = placeColumns.find((column) => column === heading);
    const figure = figureColumnCalled(heading);
    const isKnown = (place && places.has(place)) || (figure && figures.has(figure));
    if (isKnown) faults.push(publishedFileFault(file, 'column-twice', { row: line, column: heading }));
    else if (place) places.set(place, index);
    else if (figure) figures.set(figure, { column: figure, heading, index });
    else faults.push(publishedFileFault(file, 'unknown-column', { row: line, column: titleOf(cell, index) }));
  }
  const missing = [...placeColumns, ...neededFigureColumns].filter(
    (column) => !places.has(column as PlaceColumn) && !figures.has(column as FigureColumn),
  );
  faults.push(...missing.map((column) => publishedFileFault(file, 'missing-column', { row: line, column })));
  return { layout: { file, width: cells.length, places, figures: [...figures.values()] }, faults };
}

/** A heading as a fault may name it: one that does not look like a name could be a cell of a file without headings. */
function titleOf(cell: string, index: number): string {
  const heading = cell.trim();
  return /^[A-Za-z][A-Za-z_% -]{0,60}$/.test(heading) ? heading : `column ${index + 1}`;
}
