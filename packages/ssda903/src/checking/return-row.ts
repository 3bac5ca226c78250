import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { columnPositions, type ColumnOf, type TableName } from '../tables/tables.ts';
import type { CheckedRow } from './return-to-check.ts';

/** A row as rules see it: cells by column name, dates as plain dates. */
export class ReturnRow<T extends TableName = TableName> {
  readonly table: T;
  readonly source: CheckedRow;
  /** True for a row of last year's return. */
  readonly isPreviousYear: boolean;
  readonly #positions: ReadonlyMap<string, number>;
  #dates: (PlainDate | null | undefined)[] | null = null;

  constructor(table: T, source: CheckedRow, isPreviousYear = false) {
    this.table = table;
    this.source = source;
    this.isPreviousYear = isPreviousYear;
    this.#positions = columnPositions(table);
  }

  /** The cell of a column; an empty string when it is blank. */
  value(column: ColumnOf<T>): string {
    return this.source.cells[this.#positions.get(column) ?? -1] ?? '';
  }

  /** True when the cell is blank. */
  isBlank(column: ColumnOf<T>): boolean {
    return this.value(column) === '';
  }

  /** The day a cell holds; null when it is blank or cannot be read. */
  date(column: ColumnOf<T>): PlainDate | null {
    const index = this.#positions.get(column) ?? -1;
    const dates = (this.#dates ??= []);
    const known = dates[index];
    if (known !== undefined) return known;
    const date = parseBritishDate(this.source.cells[index] ?? '');
    dates[index] = date;
    return date;
  }
}
