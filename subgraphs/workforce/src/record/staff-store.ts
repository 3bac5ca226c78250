import { randomUUID } from 'node:crypto';
import type { EntitySchema } from 'typeorm';
import type { Db } from '@mainstay/subgraph-kit';
import { versionStore, type Correcting, type Recording, type VersionStore } from '@mainstay/subgraph-kit/record';
import type { Staff, StaffFactsOf, StaffRecordRow } from './staff-record-row.ts';

/** The rows of one kind of fact recorded about staff, in its table. */
export interface StaffStore<Row extends StaffRecordRow> extends Omit<VersionStore<Row>, 'add' | 'replace'> {
  /** Records a fact. */
  add(db: Db, staff: Staff, facts: StaffFactsOf<Row>, recording: Recording): Promise<Row>;
  /** As `VersionStore.replace`; the employer stays the one of `present`. */
  replace(
    db: Db,
    correcting: Correcting,
    next: {
      readonly present: Row;
      readonly facts: StaffFactsOf<Row>;
      readonly isWithdrawn: boolean;
      readonly recording: Recording;
    },
  ): Promise<Row | null>;
}

/** The kind of fact an id names. */
export function kindOfStaffRecord(id: string): string {
  return id.slice(id.indexOf('.') + 1).slice(0, -37);
}

/** The store of an entity whose columns begin with `staffRecordColumns`. */
export function staffStore<Row extends StaffRecordRow>(entity: EntitySchema<Row>): StaffStore<Row> {
  const versions = versionStore(entity, (id) => ({ laCode: id.split('.', 1)[0] }) as Partial<Row>);
  return {
    ...versions,
    add: (db, { laCode, employerKind, employerId }, facts, recording) => {
      const id = `${laCode}.${versions.kind}-${randomUUID()}`;
      return versions.add(db, { ...facts, laCode, employerKind, employerId, id } as unknown as Row, recording);
    },
    replace: (db, correcting, { present, facts, isWithdrawn, recording }) => {
      const { laCode, employerKind, employerId, id } = present;
      const fact = { ...facts, laCode, employerKind, employerId, id } as unknown as Row;
      return versions.replace(db, correcting, { fact, isWithdrawn, recording });
    },
  };
}
