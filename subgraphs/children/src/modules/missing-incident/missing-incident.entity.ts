import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** A time in which a child was missing or away without authorisation, from the tables Missing of all years. */
export interface MissingIncidentEntity extends AccessColumns {
  laCode: string;
  childId: string;
  /** Made of the child and the first day. */
  id: string;
  /** `MISSING`. */
  kind: string;
  /** `MIS_START`. */
  startedOn: PlainDate;
  /** `MIS_END`; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
}

export const missingIncidentEntity = new EntitySchema<MissingIncidentEntity>({
  name: 'MissingIncident',
  tableName: 'missing_incident',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_missing_incident' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_missing_incident' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_missing_incident' },
    kind: { name: 'kind', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    ...accessColumns,
  },
  checks: [{ name: 'ck_missing_incident_ends_after_start', expression: 'ended_on >= started_on' }],
});
