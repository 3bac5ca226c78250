import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../modules/employment/employment.entity.ts';

/** The key of the first entry: where it is on record, all of it has been written. */
export const FIRST_KEY = 'demonstration-support';

/** Somebody in post whose record is made up. */
export interface Colleague extends EmployerKey {
  readonly laCode: string;
  readonly workerId: string;
  /** The first day with the employer. */
  readonly since: PlainDate;
  readonly isSupervised: boolean;
  readonly isSocialWorker: boolean;
}

/** What is made up of one day, by the names of the table's columns. */
export interface MadeUp {
  readonly table: 'supervision' | 'training' | 'absence' | 'time_diary' | 'staff_expectation';
  readonly of: Pick<Colleague, 'laCode' | 'employerKind' | 'employerId'>;
  readonly on: PlainDate;
  readonly by: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Rows a statement carries. */
const BATCH = 2_000;

/** Entries that are written together, with ids that are the same each time; each recorded at the end of its day, or now. */
export class SupportBook {
  readonly #now: Date;
  readonly #rows = new Map<string, object[]>();
  #count = 0;

  constructor(now: Date) {
    this.#now = now;
  }

  add({ table, of, on, by, facts }: MadeUp): void {
    this.#count += 1;
    const { laCode, employerKind, employerId } = of;
    const uuid = `00000000-0000-4000-8000-${this.#count.toString(16).padStart(12, '0')}`;
    const [endOfWork, now] = [`${on}T17:30:00.000Z`, this.#now.toISOString()];
    const rows = this.#rows.get(table) ?? [];
    rows.push({
      ...facts,
      la_code: laCode,
      id: `${laCode}.${table.replaceAll('_', '-')}-${uuid}`,
      version: 1,
      recorded_by: by,
      recorded_at: endOfWork < now ? endOfWork : now,
      is_withdrawn: false,
      entry_key: this.#count === 1 ? FIRST_KEY : null,
      employer_kind: employerKind,
      employer_id: employerId,
    });
    this.#rows.set(table, rows);
  }

  /** Writes all of it. */
  async write(db: Db): Promise<void> {
    for (const [table, rows] of this.#rows) {
      for (let from = 0; from < rows.length; from += BATCH) {
        await db.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
          JSON.stringify(rows.slice(from, from + BATCH)),
        ]);
      }
    }
  }
}
