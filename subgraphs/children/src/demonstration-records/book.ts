import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { EntitySchema } from 'typeorm';
import { type Column, columnsOf } from '@mainstay/subgraph-kit/record';
import { type FactsOf } from '../record/record-store.ts';
import type { RecordedRow } from '../record/recorded-row.ts';

/** The key of the first entry: where it is on record, the demonstration's records have been written. */
export const FIRST_KEY = 'demonstration';

/** Rows a statement carries. */
const ROWS_PER_STATEMENT = 4_000;

/** An entry as somebody would have recorded it at the end of a day. */
export interface Entry<Row extends RecordedRow> {
  readonly childId: string;
  readonly on: PlainDate;
  /** Subject of whoever recorded it. */
  readonly by: string;
  readonly facts: FactsOf<Row>;
}

/** What changes an entry: a later version of it. */
export interface LaterVersion<Row extends RecordedRow> {
  readonly on: PlainDate;
  readonly by: string;
  readonly reason: string;
  readonly facts?: Partial<FactsOf<Row>>;
  readonly isWithdrawn?: boolean;
}

/** Entries that are written together, with ids that are the same each time. */
export class Book {
  readonly #now: Date;
  readonly #pages = new Map<EntitySchema<never>, RecordedRow[]>();
  #count = 0;

  constructor(now: Date) {
    this.#now = now;
  }

  /** Records an entry. */
  add<Row extends RecordedRow>(entity: EntitySchema<Row>, { childId, on, by, facts }: Entry<Row>): Row {
    this.#count += 1;
    const kind = (entity.options.tableName ?? '').replaceAll('_', '-');
    const row = {
      ...facts,
      laCode: laCodeOfChild(childId),
      childId,
      id: `${childId}.${kind}-00000000-0000-4000-8000-${this.#count.toString(16).padStart(12, '0')}`,
      version: 1,
      recordedBy: by,
      recordedAt: this.endOf(on),
      supersededAt: null,
      reason: null,
      isWithdrawn: false,
      entryKey: this.#count === 1 ? FIRST_KEY : null,
    } as unknown as Row;
    this.#pageOf(entity).push(row);
    return row;
  }

  /** Puts a version in the place of another. */
  replace<Row extends RecordedRow>(entity: EntitySchema<Row>, before: Row, later: LaterVersion<Row>): Row {
    // A minute later at least: both may be recorded at the end of the same day.
    const at = new Date(Math.max(this.endOf(later.on).getTime(), before.recordedAt.getTime() + 60_000));
    before.supersededAt = at;
    const row: Row = {
      ...before,
      ...later.facts,
      version: before.version + 1,
      recordedBy: later.by,
      recordedAt: at,
      supersededAt: null,
      reason: later.reason,
      isWithdrawn: later.isWithdrawn ?? false,
      entryKey: null,
    };
    this.#pageOf(entity).push(row);
    return row;
  }

  /** Half past four in the afternoon of a day; on the last day a while before now. */
  endOf(day: PlainDate): Date {
    const end = new Date(`${day}T16:30:00Z`);
    const latest = new Date(this.#now.getTime() - 5 * 60_000);
    return end < latest ? end : latest;
  }

  /** Writes everything down: a statement to some thousand rows of a table. */
  async write(db: Db): Promise<void> {
    for (const [entity, rows] of this.#pages) {
      const columns = columnsOf(entity);
      const table = entity.options.tableName ?? '';
      const names = columns.map(({ name }) => name).join(', ');
      for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
        const written = rows.slice(start, start + ROWS_PER_STATEMENT).map((row) => cellsOf(row, columns));
        await db.query(
          `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`,
          [JSON.stringify(written)],
        );
      }
    }
  }

  #pageOf<Row extends RecordedRow>(entity: EntitySchema<Row>): RecordedRow[] {
    const key = entity as unknown as EntitySchema<never>;
    const page = this.#pages.get(key) ?? [];
    this.#pages.set(key, page);
    return page;
  }
}

/** A row by its columns; those that hold nothing are left out. */
function cellsOf(row: RecordedRow, columns: readonly Column[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { name, property } of columns) {
    const value = row[property as keyof RecordedRow];
    if (value !== null) cells[name] = value;
  }
  return cells;
}
