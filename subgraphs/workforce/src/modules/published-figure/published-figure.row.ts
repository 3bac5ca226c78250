import type { SplitRow } from '@mainstay/ssda903';
import { figureIn } from './published-figure.cell.ts';
import type { FigureColumn, PlaceColumn } from './published-figure.columns.ts';
import type { PublishedFigureRow, PublishedGeography, Unpublished } from './published-figure.entity.ts';
import { publishedFileFault, type PublishedFileFault, type PublishedFileRule } from './published-figure.fault.ts';
import type { Layout } from './published-figure.reading.ts';

/** What one line of a file holds: a row, or one for each authority of a joint return. */
interface ReadLine {
  readonly rows: readonly Omit<PublishedFigureRow, 'edition'>[];
  readonly faults: readonly PublishedFileFault[];
}

type Place = Pick<PublishedFigureRow, 'code' | 'name' | 'dfeCode' | 'regionCode' | 'returnedWith'>;
type Say = (rule: PublishedFileRule, column?: PlaceColumn) => void;
type CellOf = (column: PlaceColumn) => string;

const levels: Readonly<Record<string, PublishedGeography>> = {
  national: 'ENGLAND',
  regional: 'REGION',
  'local authority': 'LOCAL_AUTHORITY',
};
const region = /^(E1200000[1-9]|E1300000[12])$/;
const authority = /^E(06|08|09|10)\d{6}$/;

/** Reads lines of a file with these columns. */
export function rowReader(layout: Layout): (line: SplitRow) => ReadLine {
  return ({ line, cells }) => {
    const faults: PublishedFileFault[] = [];
    const say: Say = (rule, column) =>
      void faults.push(publishedFileFault(layout.file, rule, { row: line, column: column ?? null }));
    if (cells.length !== layout.width) {
      say('row-length');
      return { rows: [], faults };
    }
    const cell: CellOf = (column) => (cells[layout.places.get(column) ?? -1] ?? '').trim();
    const year = yearIn(cell, say);
    const geography = levels[cell('geographic_level').toLowerCase()];
    if (!geography) say('unknown-level', 'geographic_level');
    const places = geography ? placesIn(geography, cell, say) : [];
    const figures: Partial<Record<FigureColumn, number | Unpublished>> = {};
    for (const { column, heading, index } of layout.figures) {
      const figure = figureIn(cells[index] ?? '');
      if (figure === null)
        faults.push(publishedFileFault(layout.file, 'unknown-figure', { row: line, column: heading }));
      else figures[column] = figure;
    }
    if (year === null || !geography || faults.length > 0) return { rows: [], faults };
    return { rows: places.map((place) => ({ ...place, year, geography, figures })), faults };
  };
}

function yearIn(cell: CellOf, say: Say): number | null {
  const text = cell('time_period');
  if (/^20\d\d$/.test(text) && Number(text) >= 2005) return Number(text);
  say('unknown-year', 'time_period');
  return null;
}

function placesIn(geography: PublishedGeography, cell: CellOf, say: Say): Place[] {
  switch (geography) {
    case 'ENGLAND': {
      const code = cell('country_code');
      if (code !== 'E92000001') say('unknown-code', 'country_code');
      return [{ code, name: cell('country_name'), dfeCode: null, regionCode: null, returnedWith: [] }];
    }
    case 'REGION': {
      const code = cell('region_code');
      if (!region.test(code)) say('unknown-code', 'region_code');
      return [{ code, name: cell('region_name'), dfeCode: null, regionCode: null, returnedWith: [] }];
    }
    case 'LOCAL_AUTHORITY':
      return authoritiesIn(cell, say);
  }
}

/** The authority of a row, or those of a joint return, which are written in the same order in every column. */
function authoritiesIn(cell: CellOf, say: Say): Place[] {
  const parts = (column: PlaceColumn): string[] =>
    cell(column)
      .split('/')
      .map((part) => part.trim());
  const [codes, dfeCodes, names] = [parts('new_la_code'), parts('old_la_code'), parts('la_name')];
  if (codes.length !== dfeCodes.length || codes.length !== names.length) say('joint-return', 'new_la_code');
  if (!codes.every((code) => authority.test(code))) say('unknown-code', 'new_la_code');
  if (!dfeCodes.every((code) => /^\d{3}$/.test(code))) say('unknown-authority-number', 'old_la_code');
  const regionCode = cell('region_code');
  if (!region.test(regionCode)) say('unknown-code', 'region_code');
  return codes.map((code, index) => ({
    code,
    dfeCode: dfeCodes[index] ?? '',
    name: names[index] ?? '',
    regionCode,
    returnedWith: names.filter((_, other) => other !== index),
  }));
}
