import type { EntitySchemaColumnOptions } from 'typeorm';

/**
 * What every fact has that somebody records in the platform. A row is one version of the fact and is never changed but for
 * `supersededAt`: a correction and a withdrawal add a version, so what was known when stays answerable.
 */
export interface VersionRow {
  /** The ONS code of the authority the fact belongs to. */
  laCode: string;
  /** The same for all versions; ends with `<kind>-<uuid>`. */
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

/** The columns of `VersionRow`, for the entity of a table of recorded facts. */
export function versionColumns(table: string): Record<keyof VersionRow, EntitySchemaColumnOptions> {
  const key = { primary: true, primaryKeyConstraintName: `pk_${table}` } as const;
  return {
    laCode: { name: 'la_code', type: 'text', ...key },
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
