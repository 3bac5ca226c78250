import { collectionYear, parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { tables, type TableName } from '@mainstay/ssda903';
import { dateOfBirthIn, rowsOf, type ChildLife, type HeldReturnRow } from './child-life.ts';
import { cellOf, identityOf, spellColumns, type SpellTable } from './table-keys.ts';

/** Something that cannot have been. */
export interface Impossibility {
  /** The column of the return that says so, `DECOM` or `SW_DEC`. */
  readonly column: string;
  /** What is wrong and what to do, without the value of a cell. */
  readonly message: string;
  /** Tells one from another of the same kind. */
  readonly key: string;
}

/**
 * What cannot have been in a child's history: days before birth or after the year of their return, ends before starts,
 * two episodes at once, a gap inside a period of care. Imported returns may hold such rows; what is recorded adds none.
 */
export function impossibilitiesIn(life: ChildLife): Impossibility[] {
  return [...impossibleDays(life), ...impossibleSpells(life), ...impossibleSequences(life)];
}

/** Columns with a day on which something happened, by table; ends are looked at with their starts. */
const dayColumns: readonly (readonly [TableName, string])[] = [
  ['Episodes', 'DECOM'],
  ['Reviews', 'REVIEW'],
  ['SWEpisodes', 'SW_DECOM'],
  ['Missing', 'MIS_START'],
  ['DoLo', 'DOLO_START'],
  ['PlacedAdoption', 'DATE_PLACED'],
];

function impossibleDays(life: ChildLife): Impossibility[] {
  const born = dateOfBirthIn(life);
  return dayColumns.flatMap(([table, column]) =>
    rowsOf(life, table).flatMap((row) => {
      const day = dayIn(row, column);
      if (!day) return [];
      const key = `${table} ${row.year} ${identityOf(table, row.cells)}`;
      const found: Impossibility[] = [];
      if (born && day < born) {
        found.push({
          column,
          key: `${key} birth`,
          message: 'The day is before the child was born. Check the day, and the child’s date of birth.',
        });
      }
      if (day > collectionYear(row.year).to) {
        const message = `The day is after 31 March ${row.year}, with which the year of that return ends. Record it with the return of its own year.`;
        found.push({ column, key: `${key} year`, message });
      }
      return found;
    }),
  );
}

function impossibleSpells(life: ChildLife): Impossibility[] {
  return tables.flatMap(({ name }) => {
    if (!isSpellTable(name)) return [];
    const { start, end } = spellColumns[name];
    return rowsOf(life, name).flatMap((row) => {
      const [startedOn, endedOn] = [dayIn(row, start), dayIn(row, end)];
      if (!startedOn || !endedOn || endedOn >= startedOn) return [];
      const message = 'The end is before the start. Enter an end on the day of the start or after it.';
      return [{ column: end, message, key: `${name} ${row.year} ${identityOf(name, row.cells)} ends` }];
    });
  });
}

/** Episodes that overlap, or leave a gap that nobody accounts for, in the return of one year. */
function impossibleSequences(life: ChildLife): Impossibility[] {
  return [...Map.groupBy(rowsOf(life, 'Episodes'), ({ year }) => year)].flatMap(([year, rows]) => {
    const episodes = rows
      .map((row) => ({ row, from: dayIn(row, 'DECOM'), to: dayIn(row, 'DEC') }))
      .filter((episode): episode is Dated => episode.from !== null)
      .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
    return episodes.slice(1).flatMap((episode, index) => {
      const before = episodes[index];
      const found = before ? impossibleAfter(before, episode) : null;
      return found ? [{ ...found, key: `${year} ${episode.from} ${found.column}` }] : [];
    });
  });
}

interface Dated {
  readonly row: HeldReturnRow;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

function impossibleAfter(before: Dated, episode: Dated): Omit<Impossibility, 'key'> | null {
  if (before.from === episode.from) {
    return { column: 'DECOM', message: 'Two episodes begin on the same day. Correct the one that is there.' };
  }
  if (before.to === null) {
    return { column: 'DEC', message: 'Two placements would be open at once. End the earlier one first.' };
  }
  if (before.to > episode.from) {
    return {
      column: 'DEC',
      message: 'Two episodes would overlap. Let the earlier one end on the day the next begins.',
    };
  }
  const staysInCare =
    cellOf('Episodes', before.row.cells, 'REC') === 'X1' || cellOf('Episodes', episode.row.cells, 'RNE') !== 'S';
  if (before.to < episode.from && staysInCare) {
    return {
      column: 'DECOM',
      message:
        'Days inside the period of care would be in no placement. Let the episode begin on the day the one before ends, or say that the child left care and came back.',
    };
  }
  return null;
}

function isSpellTable(name: TableName): name is SpellTable {
  return Object.hasOwn(spellColumns, name);
}

function dayIn(row: HeldReturnRow, column: string): PlainDate | null {
  return parseBritishDate(cellOf(row.table, row.cells, column));
}
