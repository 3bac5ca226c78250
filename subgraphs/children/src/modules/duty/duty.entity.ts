import { EntitySchema } from 'typeorm';
import type { DelegatedFunction, PlainDate } from '@mainstay/primitives';
import type { DutyKind } from '../../duties/duty-kind.ts';

/**
 * What the law says must be done for a child by a day, as it was worked out from `madeAt` on. A row is never changed but
 * for `supersededAt`: what was due when, as it was known then, stays answerable.
 */
export interface DutyEntity {
  laCode: string;
  childId: string;
  /** `<child id>.duty-…`: made of the rule and the day the time began. */
  id: string;
  madeAt: Date;
  /** When it was worked out otherwise; null for what holds now. */
  supersededAt: Date | null;
  kind: DutyKind;
  /** Code of the rule that set the day. */
  rule: string;
  ruleVersion: number;
  /** The day the time began to run. */
  since: PlainDate;
  dueOn: PlainDate;
  metOn: PlainDate | null;
  /** The entry or row that shows it was done. */
  metBy: string | null;
  /** The day from which it no longer applied, unmet. */
  endedOn: PlainDate | null;
  endedBecause: string | null;
  isFirst: boolean;
  /** It fell due before the platform knew of the child, and nothing of the kind is on record. */
  isBeforeRecord: boolean;
  /** Its kind's place among what hurts a child; 1 first. */
  rank: number;
  /** The function a practice needs to see it; null for what no practice sees. */
  needs: DelegatedFunction | null;
}

/** A child about whom something has changed since the duties were worked out. */
export interface DutyStaleEntity {
  laCode: string;
  childId: string;
}

const key = { primary: true, primaryKeyConstraintName: 'pk_duty' } as const;
const staleKey = { primary: true, primaryKeyConstraintName: 'pk_duty_stale' } as const;

export const dutyEntity = new EntitySchema<DutyEntity>({
  name: 'Duty',
  tableName: 'duty',
  columns: {
    laCode: { name: 'la_code', type: 'text', ...key },
    childId: { name: 'child_id', type: 'text', ...key },
    id: { name: 'id', type: 'text', ...key },
    madeAt: { name: 'made_at', type: 'timestamptz', ...key },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
    kind: { name: 'kind', type: 'text' },
    rule: { name: 'rule', type: 'text' },
    ruleVersion: { name: 'rule_version', type: 'integer' },
    since: { name: 'since', type: 'date' },
    dueOn: { name: 'due_on', type: 'date' },
    metOn: { name: 'met_on', type: 'date', nullable: true },
    metBy: { name: 'met_by', type: 'text', nullable: true },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    endedBecause: { name: 'ended_because', type: 'text', nullable: true },
    isFirst: { name: 'is_first', type: 'boolean' },
    isBeforeRecord: { name: 'is_before_record', type: 'boolean' },
    rank: { name: 'rank', type: 'integer' },
    needs: { name: 'needs', type: 'text', nullable: true },
  },
  checks: [
    { name: 'ck_duty_child', expression: `starts_with(child_id, la_code || '.')` },
    { name: 'ck_duty_due', expression: 'due_on >= since' },
    {
      name: 'ck_duty_met',
      expression: '(met_on IS NULL) = (met_by IS NULL) AND (met_on IS NULL OR ended_on IS NULL)',
    },
  ],
  indices: [
    { name: 'uq_duty_present', columns: ['laCode', 'childId', 'id'], unique: true, where: 'superseded_at IS NULL' },
    {
      name: 'ix_duty_open',
      columns: ['laCode', 'dueOn'],
      where: 'superseded_at IS NULL AND met_on IS NULL',
    },
    { name: 'ix_duty_due', columns: ['laCode', 'kind', 'dueOn'], where: 'superseded_at IS NULL' },
  ],
});

export const dutyStaleEntity = new EntitySchema<DutyStaleEntity>({
  name: 'DutyStale',
  tableName: 'duty_stale',
  columns: {
    laCode: { name: 'la_code', type: 'text', ...staleKey },
    childId: { name: 'child_id', type: 'text', ...staleKey },
  },
});
