import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** A child in the care of an authority, or one who was, as the newest return's Header row has it. */
export interface ChildEntity extends AccessColumns {
  /** ONS code of the authority that looks after the child. */
  laCode: string;
  /** `childId(laCode, localId)`: the same in every subgraph. */
  id: string;
  /** The authority's own number (`CHILD`). Unique within the authority only. */
  localId: string;
  dateOfBirth: PlainDate;
  /** `SEX` as returned: 1 and 2 until collection year 2024, M, F and U since. */
  sex: string;
  /** `ETHNIC` as returned. */
  ethnicity: string;
  /** Unique pupil number, or UN1 to UN5 for why there is none. */
  upn: string | null;
  /** True when any return lists the child in its table UASC. */
  isUasc: boolean;
  /** Grows with every change of what the returns say of the child: milliseconds since 1970, as text. */
  historyVersion: string;
  /** When the newest row of a return behind this record was loaded. */
  recordedAt: Date;
  /** The functions delegated to the practice the child is allocated to; kept like the other columns of access. */
  accessFunctions: readonly string[] | null;
}

export const childEntity = new EntitySchema<ChildEntity>({
  name: 'Child',
  tableName: 'child',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_child' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_child' },
    localId: { name: 'local_id', type: 'text' },
    dateOfBirth: { name: 'date_of_birth', type: 'date' },
    sex: { name: 'sex', type: 'text' },
    ethnicity: { name: 'ethnicity', type: 'text' },
    upn: { name: 'upn', type: 'text', nullable: true },
    isUasc: { name: 'is_uasc', type: 'boolean' },
    historyVersion: { name: 'history_version', type: 'bigint', default: 0 },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    ...accessColumns,
    accessFunctions: { name: 'access_functions', type: 'text', array: true, nullable: true },
  },
  uniques: [{ name: 'uq_child_local_id', columns: ['laCode', 'localId'] }],
  indices: [
    { name: 'ix_child_history_version', columns: ['laCode', 'historyVersion'] },
    { name: 'ix_child_practice', columns: ['laCode', 'accessPracticeId'] },
  ],
});
