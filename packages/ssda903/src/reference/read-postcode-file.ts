import type { PostcodePlace } from './postcodes.ts';

/** A postcode, in capitals and without spaces, and where it lies. */
export type PlacedPostcode = PostcodePlace & { readonly postcode: string };

/** A directory of postcodes as it was read; null when the file's columns are no directory's. */
export interface PostcodeFile {
  readonly postcodes: Generator<PlacedPostcode, void, undefined>;
  /** Rows passed over up to now: without a place, or with one that cannot be read. */
  readonly passedOver: () => number;
}

/** Names of each column, the one to prefer first. `oscty` is the county, which is the authority where there are two tiers. */
const COLUMN_NAMES = {
  postcode: ['pcds', 'pcd', 'postcode'],
  easting: ['oseast1m', 'easting'],
  northing: ['osnrth1m', 'northing'],
  laCode: ['oslaua', 'la_code'],
} as const;

const COUNTY = /^E10\d{6}$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;

/**
 * Reads a directory of postcodes row by row. Cells hold no commas or line breaks in any directory published, so a line
 * is split where its commas are; quotes around cells are dropped.
 */
export function readPostcodeFile(bytes: Uint8Array): PostcodeFile | null {
  const lines = linesOf(bytes);
  const columns = columnsOf(cellsOf(lines.next().value ?? '').map((name) => name.toLowerCase()));
  if (!columns) return null;
  let passedOver = 0;
  function* read(found: Columns): Generator<PlacedPostcode, void, undefined> {
    for (const line of lines) {
      if (line === '') continue;
      const postcode = postcodeOf(cellsOf(line), found);
      if (postcode) yield postcode;
      else passedOver++;
    }
  }
  return { postcodes: read(columns), passedOver: () => passedOver };
}

interface Columns {
  readonly postcode: number;
  readonly easting: number;
  readonly northing: number;
  readonly laCode: number;
  readonly county: number;
}

function columnsOf(names: readonly string[]): Columns | null {
  const at = (column: keyof typeof COLUMN_NAMES) =>
    COLUMN_NAMES[column].map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
  const columns = {
    postcode: at('postcode'),
    easting: at('easting'),
    northing: at('northing'),
    laCode: at('laCode'),
  };
  return Object.values(columns).includes(-1) ? null : { ...columns, county: names.indexOf('oscty') };
}

function postcodeOf(cells: readonly string[], columns: Columns): PlacedPostcode | null {
  const postcode = (cells[columns.postcode] ?? '').toUpperCase().replaceAll(/\s/g, '');
  const [easting, northing] = [Number(cells[columns.easting] || NaN), Number(cells[columns.northing] || NaN)];
  const county = cells[columns.county] ?? '';
  const laCode = COUNTY.test(county) ? county : (cells[columns.laCode] ?? '');
  if (!POSTCODE.test(postcode) || !Number.isInteger(easting) || !Number.isInteger(northing) || !laCode) return null;
  return { postcode, easting, northing, laCode };
}

function cellsOf(line: string): string[] {
  return line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** Bytes decoded at a time, so that the text of a large directory is never in memory as a whole. */
const DECODED_AT_A_TIME = 1024 * 1024;

function* linesOf(bytes: Uint8Array): Generator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let from = 0; from < bytes.length; from += DECODED_AT_A_TIME) {
    rest += decoder.decode(bytes.subarray(from, from + DECODED_AT_A_TIME), { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
