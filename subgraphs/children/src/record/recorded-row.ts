import type { EntitySchemaColumnOptions } from 'typeorm';

/**
 * What every fact has that somebody records in the platform about a child. A row is one version of the fact and is never
 * changed but for `supersededAt`: a correction and a withdrawal add a version, so what was known when stays answerable.
 */
export interface RecordedRow {
  laCode: string;
  childId: string;
  /** `<child id>.<kind>-<uuid>`, the same for all versions. */
  id: string;
  /** 1 for what was first recorded; a correction adds one. */
  version: number;
  /** Subject of whoever recorded this version. */
  recordedBy: string;
  recordedAt: Date;
  /** When another version took its place; null for the present one. */
  supersededAt: Date | null;
  /** Why the version before it was corrected or withdrawn; null for the first. */
  reason: string | null;
  /** True for the last version of a fact that was taken back: it counts for nothing. */
  isWithdrawn: boolean;
  /** What the browser named the entry by, so that sending it twice records it once; null on corrections. */
  entryKey: string | null;
}

/** The columns of `RecordedRow`, for the entity of a table of recorded facts. */
export function recordedColumns(table: string): Record<keyof RecordedRow, EntitySchemaColumnOptions> {
  const key = { primary: true, primaryKeyConstraintName: `pk_${table}` } as const;
  return {
    laCode: { name: 'la_code', type: 'text', ...key },
    childId: { name: 'child_id', type: 'text', ...key },
    id: { name: 'id', type: 'text', ...key },
    version: { name: 'version', type: 'integer', ...key },
    recordedBy: { name: 'recorded_by', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
    reason: { name: 'reason', type: 'text', nullable: true },
    isWithdrawn: { name: 'is_withdrawn', type: 'boolean' },
    entryKey: { name: 'entry_key', type: 'text', nullable: true },
  };
}

/** The constraints and indexes of `recordedColumns`, for the entity of such a table. */
export function recordedKeys(table: string) {
  return {
    checks: [
      { name: `ck_${table}_child`, expression: `starts_with(child_id, la_code || '.')` },
      { name: `ck_${table}_corrected`, expression: `(version = 1) = (reason IS NULL)` },
    ],
    indices: [
      {
        name: `uq_${table}_present`,
        columns: ['laCode', 'childId', 'id'],
        unique: true,
        where: 'superseded_at IS NULL',
      },
      { name: `uq_${table}_entry`, columns: ['laCode', 'entryKey'], unique: true, where: 'entry_key IS NOT NULL' },
    ],
  };
}
