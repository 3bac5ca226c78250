import { randomUUID } from 'node:crypto';
import type { EntitySchema } from 'typeorm';
import { laCodeOfChild, type Db, type Role, type Viewer } from '@mainstay/subgraph-kit';
import { versionStore, type Correcting, type Recording, type VersionStore } from '@mainstay/subgraph-kit/record';
import type { RecordPart } from '../modules/child/child.parts-policy.ts';
import type { RecordedRow } from './recorded-row.ts';

/** What is recorded of a fact, without what every recorded row has. */
export type FactsOf<Row extends RecordedRow> = Omit<Row, keyof RecordedRow>;

/** Who records a kind of fact, where it is not just the child's social workers and their managers. */
export interface RecordedBy<Row extends RecordedRow> {
  /** Other roles that record it; its table has policies for them. */
  readonly alsoRecordedBy?: readonly Role[];
  /** Why a viewer who records it may not take this fact back, as a sentence; null when they may. Left out: they may. */
  readonly refusesWithdrawal?: (viewer: Viewer, present: Row) => string | null;
}

/** The rows of one kind of fact recorded about children, in its table. */
export interface RecordStore<Row extends RecordedRow>
  extends RecordedBy<Row>, Omit<VersionStore<Row>, 'add' | 'replace'> {
  /** The part of a child's record the facts belong to. */
  readonly part: RecordPart;
  /** Records a fact. */
  add(db: Db, childId: string, facts: FactsOf<Row>, recording: Recording): Promise<Row>;
  /** As `VersionStore.replace`. */
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
  const keyOf = (id: string): Partial<Row> =>
    ({ laCode: laCodeOfChild(id), childId: childOfRecord(id) }) as Partial<Row>;
  const versions = versionStore(entity, keyOf);
  return {
    ...versions,
    ...recordedBy,
    part,
    add: (db, childId, facts, recording) =>
      versions.add(
        db,
        { ...facts, laCode: laCodeOfChild(childId), childId, id: `${childId}.${versions.kind}-${randomUUID()}` } as Row,
        recording,
      ),
    replace: (db, correcting, { facts, isWithdrawn, recording }) => {
      const fact = { ...facts, ...keyOf(correcting.id), id: correcting.id } as Row;
      return versions.replace(db, correcting, { fact, isWithdrawn, recording });
    },
  };
}
