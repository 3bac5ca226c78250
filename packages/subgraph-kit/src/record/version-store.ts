import type { EntitySchema } from 'typeorm';
import type { Db } from '../database/database.ts';
import type { VersionRow } from './version-row.ts';

/** Who records, when, and by what name the browser knows the entry. */
export interface Recording {
  readonly by: string;
  readonly at: Date;
  readonly entryKey: string | null;
}

/** The version a correction is based on, and why it is made. */
export interface Correcting {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** What a recorded row holds besides its version: what it is about, and the fact. */
export type Identified<Row extends VersionRow> = Omit<Row, Exclude<keyof VersionRow, 'laCode' | 'id'>>;

/** The rows of one kind of recorded fact, in its table. */
export interface VersionStore<Row extends VersionRow> {
  /** The kind: the entity's table with hyphens, also part of the ids. */
  readonly kind: string;
  /** SQL up to the WHERE: every column by its property, for loaders and lists. */
  readonly select: string;
  /** The present version that was recorded under this key by the same person; null when there is none. */
  findByEntryKey(db: Db, laCode: string, by: Pick<Recording, 'by' | 'entryKey'>): Promise<Row | null>;
  /** The present version; null when there is none in sight. Withdrawn facts are there too. */
  find(db: Db, id: string): Promise<Row | null>;
  /** Records a fact. */
  add(db: Db, fact: Identified<Row>, recording: Recording): Promise<Row>;
  /**
   * Puts a version in the place of the one it is based on; null, and nothing changed, when that is not the present one
   * any more.
   */
  replace(
    db: Db,
    correcting: Correcting,
    next: { readonly fact: Identified<Row>; readonly isWithdrawn: boolean; readonly recording: Recording },
  ): Promise<Row | null>;
}

/**
 * The store of an entity that has `versionColumns`. Columns of type `jsonb` hold what JSON can say.
 *
 * @param keyOf the columns that the id of a row tells, `laCode` first: with the id they are the primary key's beginning.
 */
export function versionStore<Row extends VersionRow>(
  entity: EntitySchema<Row>,
  keyOf: (id: string) => Partial<Row>,
): VersionStore<Row> {
  const table = entity.options.tableName ?? '';
  const columns = columnsOf(entity);
  const select = `SELECT ${columns.map(({ name, property }) => `${name} AS "${property}"`).join(', ')} FROM ${table}`;
  const nameOf = new Map(columns.map(({ property, name }) => [property, name]));
  const rowsOf = (id: string): { where: string; params: unknown[] } => {
    const key = Object.entries({ ...keyOf(id), id });
    const conditions = key.map(([property], index) => `${nameOf.get(property)} = $${index + 1}`);
    return { where: [...conditions, 'superseded_at IS NULL'].join(' AND '), params: key.map(([, value]) => value) };
  };
  const find = async (db: Db, id: string): Promise<Row | null> => {
    const { where, params } = rowsOf(id);
    return (await db.query<Row>(`${select} WHERE ${where}`, params))[0] ?? null;
  };
  const insert = (db: Db, row: Row): Promise<Row> => insertVersion(db, table, { columns, row });

  return {
    kind: table.replaceAll('_', '-'),
    select,
    find,
    findByEntryKey: async (db, laCode, { by, entryKey }) => {
      if (entryKey === null) return null;
      const [entry] = await db.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE la_code = $1 AND entry_key = $2 AND recorded_by = $3`,
        [laCode, entryKey, by],
      );
      return entry ? find(db, entry.id) : null;
    },
    add: (db, fact, recording) => insert(db, versionOf<Row>(fact, recording, { version: 1 })),
    replace: async (db, { id, version, reason }, { fact, isWithdrawn, recording }) => {
      const { where, params } = rowsOf(id);
      const superseded = await db.query(
        `UPDATE ${table} SET superseded_at = $${params.length + 1} WHERE ${where} AND version = $${params.length + 2}
         RETURNING id`,
        [...params, recording.at, version],
      );
      if (superseded.length === 0) return null;
      return insert(db, versionOf<Row>(fact, recording, { version: version + 1, reason, isWithdrawn }));
    },
  };
}

function versionOf<Row extends VersionRow>(
  fact: Identified<Row>,
  { by, at, entryKey }: Recording,
  { version, reason = null, isWithdrawn = false }: Partial<VersionRow> & Pick<VersionRow, 'version'>,
): Row {
  const versioned = { version, recordedBy: by, recordedAt: at, supersededAt: null, reason, isWithdrawn, entryKey };
  return { ...fact, ...versioned } as unknown as Row;
}

/** A column of a table of recorded facts. */
export interface Column {
  readonly property: string;
  readonly name: string;
  readonly isJson: boolean;
}

/** The columns of an entity, in their order. */
export function columnsOf<Row extends VersionRow>(entity: EntitySchema<Row>): readonly Column[] {
  const columns = entity.options.columns as Record<string, { name?: string; type?: unknown }>;
  return Object.entries(columns).map(([property, { name, type }]) => ({
    property,
    name: name ?? property,
    isJson: type === 'jsonb',
  }));
}

async function insertVersion<Row extends VersionRow>(
  db: Db,
  table: string,
  { columns, row }: { readonly columns: readonly Column[]; readonly row: Row },
): Promise<Row> {
  const values = columns.map(({ property, isJson }) => {
    const value = row[property as keyof Row];
    return isJson && value !== null ? JSON.stringify(value) : value;
  });
  await db.query(
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values,
  );
  return row;
}
