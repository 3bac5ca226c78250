import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** Somebody's sight of one child for 60 minutes. Never changed: its end and its review are rows of their own. */
export interface BreakGlassEntity {
  /** The authority that looks after the child. */
  laCode: string;
  /** `<laCode>.<uuid>`. */
  id: string;
  childId: string;
  childLocalId: string;
  reason: string;
  /** Subject of whoever broke it. */
  brokenBy: string;
  /** The role in which it was broken; the sight holds in no other. */
  brokenByRole: string;
  /** The practice of whoever broke it; null for the authority's staff. */
  practiceId: string | null;
  brokenAt: Date;
  /** 60 minutes later. */
  endsAt: Date;
}

const primary = (table: string, name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'text',
  primary: true,
  primaryKeyConstraintName: `pk_${table}`,
});

export const breakGlassEntity = new EntitySchema<BreakGlassEntity>({
  name: 'BreakGlass',
  tableName: 'break_glass',
  columns: {
    laCode: primary('break_glass', 'la_code'),
    id: primary('break_glass', 'id'),
    childId: { name: 'child_id', type: 'text' },
    childLocalId: { name: 'child_local_id', type: 'text' },
    reason: { name: 'reason', type: 'text' },
    brokenBy: { name: 'broken_by', type: 'text' },
    brokenByRole: { name: 'broken_by_role', type: 'text' },
    practiceId: { name: 'practice_id', type: 'text', nullable: true },
    brokenAt: { name: 'broken_at', type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
  },
  uniques: [{ name: 'uq_break_glass_parties', columns: ['laCode', 'id', 'childId', 'brokenBy'] }],
  checks: [
    { name: 'ck_break_glass_child', expression: `starts_with(child_id, la_code || '.')` },
    { name: 'ck_break_glass_reason', expression: 'length(btrim(reason)) >= 20' },
    { name: 'ck_break_glass_ends', expression: `ends_at = broken_at + '01:00:00'::interval` },
  ],
  indices: [{ name: 'ix_break_glass_broken', columns: ['laCode', 'brokenAt'] }],
});

/** That a glass was ended before its 60 minutes were over, by the one who broke it. */
export interface BreakGlassEndEntity {
  laCode: string;
  breakGlassId: string;
  childId: string;
  endedBy: string;
  endedAt: Date;
}

export const breakGlassEndEntity = new EntitySchema<BreakGlassEndEntity>({
  name: 'BreakGlassEnd',
  tableName: 'break_glass_end',
  columns: {
    laCode: primary('break_glass_end', 'la_code'),
    breakGlassId: primary('break_glass_end', 'break_glass_id'),
    childId: { name: 'child_id', type: 'text' },
    endedBy: { name: 'ended_by', type: 'text' },
    endedAt: { name: 'ended_at', type: 'timestamptz' },
  },
  foreignKeys: [
    {
      name: 'fk_break_glass_end_break_glass',
      target: 'BreakGlass',
      columnNames: ['laCode', 'breakGlassId', 'childId', 'endedBy'],
      referencedColumnNames: ['laCode', 'id', 'childId', 'brokenBy'],
    },
  ],
});

/** What a review of a broken glass can find. */
export type BreakGlassFinding = 'JUSTIFIED' | 'NOT_JUSTIFIED';

/** What a manager found, never the one who broke the glass. */
export interface BreakGlassReviewEntity {
  laCode: string;
  breakGlassId: string;
  childId: string;
  /** Repeated from the glass, so that the table itself keeps it apart from `reviewedBy`. */
  brokenBy: string;
  reviewedBy: string;
  reviewedAt: Date;
  finding: BreakGlassFinding;
  note: string;
}

export const breakGlassReviewEntity = new EntitySchema<BreakGlassReviewEntity>({
  name: 'BreakGlassReview',
  tableName: 'break_glass_review',
  columns: {
    laCode: primary('break_glass_review', 'la_code'),
    breakGlassId: primary('break_glass_review', 'break_glass_id'),
    childId: { name: 'child_id', type: 'text' },
    brokenBy: { name: 'broken_by', type: 'text' },
    reviewedBy: { name: 'reviewed_by', type: 'text' },
    reviewedAt: { name: 'reviewed_at', type: 'timestamptz' },
    finding: { name: 'finding', type: 'text' },
    note: { name: 'note', type: 'text' },
  },
  checks: [
    { name: 'ck_break_glass_review_other_person', expression: 'reviewed_by <> broken_by' },
    { name: 'ck_break_glass_review_finding', expression: `finding IN ('JUSTIFIED', 'NOT_JUSTIFIED')` },
  ],
  foreignKeys: [
    {
      name: 'fk_break_glass_review_break_glass',
      target: 'BreakGlass',
      columnNames: ['laCode', 'breakGlassId', 'childId', 'brokenBy'],
      referencedColumnNames: ['laCode', 'id', 'childId', 'brokenBy'],
    },
  ],
});
