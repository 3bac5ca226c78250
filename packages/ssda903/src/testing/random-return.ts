import { codeSet } from '../code-sets/code-set.ts';
import type { CheckedRow, ReturnTables } from '../checking/return-to-check.ts';
import type { ColumnSpec } from '../tables/table-spec.ts';
import { tables } from '../tables/tables.ts';

/** A source of numbers from 0 up to 1 that repeats itself for the same seed. */
type Random = () => number;

/** What can be wrong with a date, and dates that exist but that nobody expects. */
const oddDates = [
  '31/02/2024',
  '29/02/2023',
  '00/00/0000',
  '2024-05-01',
  '1/5/24',
  'ZZ/05/2024',
  'ZZ/ZZ/ZZZZ',
  'YESTERDAY',
  '29/02/2008',
  '01/01/0001',
  '31/12/9999',
];

const oddTexts = ['?', '0', '-1', 'S1', 'XXXXXXX', 'ÄÖ', "O'NEIL", '9'.repeat(100), 'XA1 1AA', 'XW1 1AA', 'SC900001'];

/** Numbers that look random, the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function oneOf(values: readonly string[], random: Random): string {
  return values[Math.floor(random() * values.length)] ?? '';
}

/** A date within two years of the collection year, or, for a birth, within thirty years before it. */
function likelyDate(column: ColumnSpec, year: number, random: Random): string {
  const isBirth = column.name.endsWith('DOB');
  const two = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0');
  const inYear = isBirth ? year - 1 - Math.floor(random() * 30) : year - 2 + Math.floor(random() * 4);
  return `${two(28)}/${two(12)}/${inYear}`;
}

/** A cell: likely, blank, or something that has no business there. */
function cellOf(column: ColumnSpec, year: number, random: Random): string {
  const chance = random();
  if (chance < 0.2) return '';
  if (chance < 0.3) return oneOf(random() < 0.5 ? oddDates : oddTexts, random);
  if (column.kind === 'date' || column.kind === 'partial-date') return likelyDate(column, year, random);
  if (column.kind === 'number') return String(Math.floor(random() * 45));
  if (column.kind !== 'code') return oneOf(oddTexts, random);
  const codes = codeSet(column.codeSet).codes.map(({ code }) => code);
  return codes.length > 0 ? oneOf(codes, random) : '330';
}

/**
 * A return in which anything may be wrong: likely values and codes of every year, blanks, dates that do not exist, words
 * where dates belong, rows of children who are not in Header, rows that are there twice.
 *
 * @param seed the same seed gives the same return.
 */
export function randomReturn(year: number, seed: number, children = 40): ReturnTables {
  const random = randomFrom(seed);
  // Some children are in a table twice that may have them once, and some not at all.
  const childOf = ({ isOncePerChild }: (typeof tables)[number], index: number) =>
    `A${isOncePerChild && random() < 0.9 ? index : Math.floor(random() * children)}`;
  const rowsOf = (table: (typeof tables)[number]): CheckedRow[] => {
    const count = table.isOncePerChild ? children : children * 4;
    return Array.from({ length: count }, (_, index) => ({
      ref: `${table.name}:${index}`,
      file: table.fileName,
      line: index + 2,
      cells: table.columns.map((column) =>
        column.name === 'CHILD' ? childOf(table, index) : cellOf(column, year, random),
      ),
      ...(table.name === 'Header' && random() < 0.5 ? { uasc: oneOf(['0', '1', ''], random) } : {}),
    }));
  };
  return new Map(tables.map((table) => [table.name, rowsOf(table)]));
}
