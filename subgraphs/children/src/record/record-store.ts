import { randomUUID } from 'node:crypto';
import type { EntitySchema } from 'typeorm';
import { laCodeOfChild, type Db, type Role, type Viewer } from '@mainstay/subgraph-kit';
import type { RecordPart } from '../modules/child/child.parts-policy.ts';
import type { RecordedRow } from './recorded-row.ts';

/** What is recorded of a fact, without what every recorded row has. */
export type FactsOf<Row extends RecordedRow> = Omit<Row, keyof RecordedRow>;

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

/** Who records a kind of fact, where it is not just the child's social workers and their managers. */
export interface RecordedBy<Row extends RecordedRow> {
  /** Other roles that record it; its table has policies for them. */
  readonly alsoRecordedBy?: readonly Role[];
  /** Why a viewer who records it may not take this fact back, as a sentence; null when they may. Left out: they may. */
  readonly refusesWithdrawal?: (viewer: Viewer, present: Row) => string | null;
}

/** The rows of one kind of recorded fact, in its table. */
export interface RecordStore<Row extends RecordedRow> extends RecordedBy<Row> {
  /** The kind: the entity's table with hyphens, also part of the ids. */
  readonly kind: string;
  /** The part of a child's record the facts belong to. */
  readonly part: RecordPart;
  /** SQL up to the WHERE: every column by its property, for loaders and lists. */
  readonly select: string;
  /** The present version that was recorded under this key by the same person; null when there is none. */
  findByEntryKey(db: Db, laCode: string, by: Pick<Recording, 'by' | 'entryKey'>): Promise<Row | null>;
  /** The present version; null when there is none in sight. Withdrawn facts are there too. */
  find(db: Db, id: string): Promise<Row | null>;
  /** Records a fact. */
  add(db: Db, childId: string, facts: FactsOf<Row>, recording: Recording): Promise<Row>;
  /**
   * Puts a version in the place of the one it is based on; null, and nothing changed, when that is not the present one
   * any more.
   */
  replace(
    db: Db,
    correcting: Correcting,
    next: { readonly facts: FactsOf<Row>; readonly isWithdrawn: boolean; readonly recording: Recording },
  ): Promise<Row | null>;
}

/** The child whose fact an id names. */
export function childOfRecord(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

/** The kind of fact an id names. */
export function kindOfRecord(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1).slice(0, -37);
}

/** The store of an entity whose columns begin with `recordedColumns`. Columns of type `jsonb` hold what JSON can say. */
export function recordStore<Row extends RecordedRow>(
  entity: EntitySchema<Row>,
  part: RecordPart,
  recordedBy: RecordedBy<Row> = {},
): RecordStore<Row> {
  const table = entity.options.tableName ?? '';
  const columns = columnsOf(entity);
  const insert = (db: Db, row: Row): Promise<Row> => insertVersion(db, table, { columns, row });
  const kind = table.replaceAll('_', '-');
  const select = `SELECT ${columns.map(({ name, property }) => `${name} AS "${property}"`).join(', ')} FROM ${table}`;

  const one = async (db: Db, where: string, params: readonly unknown[]): Promise<Row | null> =>
    (await db.query<Row>(`${select} WHERE la_code = $1 AND superseded_at IS NULL AND ${where}`, params))[0] ?? null;

  return {
    ...recordedBy,
    kind,
    part,
    select,
    findByEntryKey: async (db, laCode, { by, entryKey }) => {
      const entry = entryKey === null ? null : await findEntry(db, table, [laCode, entryKey, by]);
      return entry ? one(db, 'child_id = $2 AND id = $3', [laCode, entry.childId, entry.id]) : null;
    },
    find: (db, id) => one(db, 'child_id = $2 AND id = $3', [laCodeOfChild(id), childOfRecord(id), id]),
    add: (db, childId, facts, { by, at, entryKey }) =>
      insert(db, {
        ...facts,
        laCode: laCodeOfChild(childId),
        childId,
        id: `${childId}.${kind}-${randomUUID()}`,
        version: 1,
        recordedBy: by,
        recordedAt: at,
        supersededAt: null,
        reason: null,
        isWithdrawn: false,
        entryKey,
      } as Row),
    replace: async (db, { id, version, reason }, { facts, isWithdrawn, recording }) => {
      const key = [laCodeOfChild(id), childOfRecord(id), id, version];
      const superseded = await db.query(
        `UPDATE ${table} SET superseded_at = $5 WHERE la_code = $1 AND child_id = $2 AND id = $3 AND version = $4
           AND superseded_at IS NULL RETURNING id`,
        [...key, recording.at],
      );
      if (superseded.length === 0) return null;
      return insert(db, {
        ...facts,
        laCode: laCodeOfChild(id),
        childId: childOfRecord(id),
        id,
        version: version + 1,
        recordedBy: recording.by,
        recordedAt: recording.at,
        supersededAt: null,
        reason,
        isWithdrawn,
        entryKey: null,
      } as Row);
    },
  };
}

/** The entry that was recorded under a key: by authority, key and whoever recorded it. */
async function findEntry(
  db: Db,
  table: string,
  key: readonly string[],
): Promise<{ readonly id: string; readonly childId: string } | null> {
  const [entry] = await db.query<{ id: string; childId: string }>(
    `SELECT id, child_id AS "childId" FROM ${table} WHERE la_code = $1 AND entry_key = $2 AND recorded_by = $3`,
    key,
  );
  return entry ?? null;
}

/** A column of a table of recorded facts. */
export interface Column {
  readonly property: string;
  readonly name: string;
  readonly isJson: boolean;
}

/** The columns of an entity, in their order. */
export function columnsOf<Row extends RecordedRow>(entity: EntitySchema<Row>): readonly Column[] {
  const columns = entity.options.columns as Record<string, { name?: string; type?: unknown }>;
  return Object.entries(columns).map(([property, { name, type }]) => ({
    property,
    name: name ?? property,
    isJson: type === 'jsonb',
  }));
}

async function insertVersion<Row extends RecordedRow>(
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
