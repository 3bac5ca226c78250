import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Something a child takes part in or achieves: `ContributionKind` of the graph. */
export type ContributionKind = 'SCHOOL_COUNCIL' | 'SPORT' | 'CLUB' | 'VOLUNTEERING' | 'PRIZE' | 'OTHER';

/** Something a child takes part in or has achieved. */
export interface ContributionEntity extends RecordedRow {
  /** What kind it is. */
  kind: ContributionKind;
  /** The first day, or the day it was achieved. */
  startedOn: PlainDate;
  /** The last day; null while it goes on. */
  endedOn: PlainDate | null;
  /** What it is, in words. */
  what: string;
}

export const contributionEntity = new EntitySchema<ContributionEntity>({
  name: 'Contribution',
  tableName: 'contribution',
  columns: {
    ...recordedColumns('contribution'),
    kind: { name: 'kind', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    what: { name: 'what', type: 'text' },
  },
  ...recordedKeys('contribution'),
});
