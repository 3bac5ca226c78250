import { allowChange, guardBy, ofOwnAuthority, viewerIs, type TableRule } from '@mainstay/subgraph-kit';
import type { QueryRunner } from 'typeorm';

/** SQL: the columns every table of facts about staff begins with; see `staffRecordColumns`. */
export const staffRecordColumnsSql = `
  la_code text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  reason text,
  is_withdrawn boolean NOT NULL,
  entry_key text,
  employer_kind text NOT NULL,
  employer_id text NOT NULL`;

/** SQL: the constraints of those columns, to stand at the end of the CREATE TABLE. */
export function staffRecordConstraintsSql(table: string): string {
  return `
  CONSTRAINT pk_${table} PRIMARY KEY (la_code, id, version),
  CONSTRAINT ck_${table}_id CHECK (starts_with(id, la_code || '.')),
  CONSTRAINT ck_${table}_employer CHECK (
    employer_kind = 'practice' OR (employer_kind = 'local-authority' AND employer_id = la_code)),
  CONSTRAINT ck_${table}_corrected CHECK ((version = 1) = (reason IS NULL))`;
}

/** SQL: the indexes of those columns. */
export function staffRecordIndexesSql(table: string): string {
  return `
  CREATE UNIQUE INDEX uq_${table}_present ON ${table} (la_code, id) WHERE superseded_at IS NULL;
  CREATE UNIQUE INDEX uq_${table}_entry ON ${table} (la_code, recorded_by, entry_key) WHERE entry_key IS NOT NULL;
  CREATE INDEX ix_${table}_employer ON ${table} (employer_id) WHERE superseded_at IS NULL;`;
}

/** A table of facts about staff, as far as who may see and write it goes. */
export interface StaffRecordTable {
  readonly table: string;
  /** The roles of the authority that read single facts; all of its staff but reviewing officers when left out. */
  readonly readers?: readonly string[];
  /** False for facts of which inspectors are told figures only. */
  readonly isInspected?: boolean;
}

const SERVED = 'la_code = ANY ((SELECT sec.las())::text[])';
const OWN_PRACTICE = `employer_kind = 'practice' AND employer_id = (SELECT sec.practice())`;

/**
 * Guards a table of facts about staff: read by the authority's staff and its inspectors, of a practice by its managers;
 * written by managers of both, in their own name, a practice's for an authority it serves. A version is never changed but
 * by being superseded. Figures may be made of what `employment` lets them be made of.
 */
export async function guardStaffRecordTable(queryRunner: QueryRunner, guarded: StaffRecordTable): Promise<void> {
  const { table, readers, isInspected = true } = guarded;
  const managed = `${OWN_PRACTICE} AND ${viewerIs('swp-manager')}`;
  const own = readers ? `${ofOwnAuthority} AND ${viewerIs(...readers)}` : ofOwnAuthority;
  const rules: TableRule[] = [
    { audience: 'la', access: 'read', condition: own },
    { audience: 'practice', access: 'read', condition: managed },
    { audience: 'inspector', access: 'read', condition: isInspected ? SERVED : 'false' },
    // They may ask, and are shown none.
    { audience: 'named', access: 'read', condition: 'false' },
    { audience: 'figures', access: 'read', condition: `(${SERVED} OR ${OWN_PRACTICE})` },
    { audience: 'service', access: 'read', condition: 'true' },
  ];
  await guardBy(queryRunner, table, rules);
  const writers = {
    la: `${ofOwnAuthority} AND ${viewerIs('la-manager')}`,
    practice: `${SERVED} AND ${managed}`,
  };
  const inOwnName = 'recorded_by = (SELECT sec.subject())';
  for (const [audience, rows] of Object.entries(writers) as ['la' | 'practice', string][]) {
    await allowChange(queryRunner, { table, audience, condition: `${rows} AND ${inOwnName}` });
    await allowChange(queryRunner, { table, audience, columns: ['superseded_at'], condition: rows });
  }
}
