import type { PlainDate } from '@mainstay/primitives';
import type { AuthorityTag, CensusCells, CensusFile, WorkerTag } from '@mainstay/cswc';
import { EntitySchema } from 'typeorm';

/** What became of a file; the values of the GraphQL enum `WorkforceCensusStatus`. */
export const censusStatuses = ['HELD', 'SUPERSEDED', 'CHECKED', 'REFUSED'] as const;

/** One row of `workforce_census`: one file of the census, loaded or only checked. */
export interface WorkforceCensusRow {
  readonly laCode: string;
  /** Begins with the authority's code. */
  readonly id: string;
  readonly year: number;
  readonly status: (typeof censusStatuses)[number];
  readonly fileName: string;
  /** Of all that the file says: two files with the same are the same census. */
  readonly digest: string;
  readonly importedAt: Date;
  /** Subject of whoever imported it. */
  readonly importedBy: string;
  /** When a newer file of the year took its place; null for all others. */
  readonly supersededAt: Date | null;
  readonly workersRead: number;
  readonly workersLoaded: number;
  readonly inPost: number;
  readonly leavers: number;
  readonly agency: number;
  readonly faultCount: number;
  /** The name of the authority's block in the file; null when it has none. */
  readonly authorityBlock: CensusFile['authorityBlock'];
  readonly authority: CensusCells<AuthorityTag>;
  readonly notes: readonly string[];
}

/** A workforce census as one file brought it. At most one of an authority and year is held. */
export const WorkforceCensusEntity = new EntitySchema<WorkforceCensusRow>({
  name: 'WorkforceCensus',
  tableName: 'workforce_census',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_workforce_census' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_workforce_census' },
    year: { name: 'year', type: 'integer' },
    status: { name: 'status', type: 'text' },
    fileName: { name: 'file_name', type: 'text' },
    digest: { name: 'digest', type: 'text' },
    importedAt: { name: 'imported_at', type: 'timestamptz' },
    importedBy: { name: 'imported_by', type: 'text' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
    workersRead: { name: 'workers_read', type: 'integer' },
    workersLoaded: { name: 'workers_loaded', type: 'integer' },
    inPost: { name: 'in_post', type: 'integer' },
    leavers: { name: 'leavers', type: 'integer' },
    agency: { name: 'agency', type: 'integer' },
    faultCount: { name: 'fault_count', type: 'integer' },
    authorityBlock: { name: 'authority_block', type: 'text', nullable: true },
    authority: { name: 'authority', type: 'jsonb' },
    notes: { name: 'notes', type: 'text', array: true },
  },
  indices: [
    {
      name: 'uq_workforce_census_held',
      columns: ['laCode', 'year'],
      unique: true,
      where: `status = 'HELD'`,
    },
  ],
  checks: [
    { name: 'ck_workforce_census_id', expression: `starts_with(id, la_code || '.')` },
    {
      name: 'ck_workforce_census_status',
      expression: `status IN (${censusStatuses.map((status) => `'${status}'`).join(', ')})`,
    },
    { name: 'ck_workforce_census_superseded', expression: `(status = 'SUPERSEDED') = (superseded_at IS NOT NULL)` },
  ],
});

/** One row of `workforce_census_worker`: what a loaded census says of one worker. */
export interface CensusWorkerRow {
  readonly laCode: string;
  readonly censusId: string;
  /** The place among the workers of the file, from 1. */
  readonly number: number;
  readonly line: number;
  /** The worker's record with the authority. */
  readonly workerId: string;
  /** The regulator's number as it is compared: `plainNumber`. */
  readonly plainNumber: string;
  readonly isAgency: boolean;
  readonly fte: number | null;
  readonly fteBefore: number | null;
  readonly startedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly cases: number | null;
  readonly daysLost: number | null;
  /** All that the file says, as it was written, by element. */
  readonly cells: CensusCells<WorkerTag>;
}

const ofCensus = (table: string) => [
  {
    name: `fk_${table}_census`,
    target: 'WorkforceCensus',
    columnNames: ['laCode', 'censusId'],
    referencedColumnNames: ['laCode', 'id'],
    onDelete: 'CASCADE' as const,
  },
];

export const CensusWorkerEntity = new EntitySchema<CensusWorkerRow>({
  name: 'CensusWorker',
  tableName: 'workforce_census_worker',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_workforce_census_worker' },
    censusId: {
      name: 'census_id',
      type: 'text',
      primary: true,
      primaryKeyConstraintName: 'pk_workforce_census_worker',
    },
    number: { name: 'number', type: 'integer', primary: true, primaryKeyConstraintName: 'pk_workforce_census_worker' },
    line: { name: 'line', type: 'integer' },
    workerId: { name: 'worker_id', type: 'text' },
    plainNumber: { name: 'plain_number', type: 'text' },
    isAgency: { name: 'is_agency', type: 'boolean' },
    fte: { name: 'fte', type: 'double precision', nullable: true },
    fteBefore: { name: 'fte_before', type: 'double precision', nullable: true },
    startedOn: { name: 'started_on', type: 'date', nullable: true },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    cases: { name: 'cases', type: 'integer', nullable: true },
    daysLost: { name: 'days_lost', type: 'double precision', nullable: true },
    cells: { name: 'cells', type: 'jsonb' },
  },
  indices: [{ name: 'ix_workforce_census_worker_number', columns: ['laCode', 'plainNumber'] }],
  foreignKeys: ofCensus('workforce_census_worker'),
});

/** One row of `workforce_census_fault`: one fault of a census. Holds nothing that a cell says. */
export interface CensusFaultRow {
  readonly laCode: string;
  readonly censusId: string;
  /** The place among the faults of the file, from 1. */
  readonly position: number;
  readonly rule: string;
  readonly worker: number | null;
  readonly line: number | null;
  readonly fields: readonly string[];
  readonly message: string;
  readonly keepsWorkerOut: boolean;
}

export const CensusFaultEntity = new EntitySchema<CensusFaultRow>({
  name: 'CensusFault',
  tableName: 'workforce_census_fault',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_workforce_census_fault' },
    censusId: { name: 'census_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_workforce_census_fault' },
    position: {
      name: 'position',
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_workforce_census_fault',
    },
    rule: { name: 'rule', type: 'text' },
    worker: { name: 'worker', type: 'integer', nullable: true },
    line: { name: 'line', type: 'integer', nullable: true },
    fields: { name: 'fields', type: 'text', array: true },
    message: { name: 'message', type: 'text' },
    keepsWorkerOut: { name: 'keeps_worker_out', type: 'boolean' },
  },
  foreignKeys: ofCensus('workforce_census_fault'),
});
