import { EntitySchema } from 'typeorm';

/** What a child is called, or was called before. Names are no part of a return: the authority records them here. */
export interface ChildNameEntity {
  laCode: string;
  childId: string;
  id: string;
  givenNames: string;
  /** Empty for a child who has none. */
  familyName: string;
  /** Subject of whoever recorded it. */
  recordedBy: string;
  recordedAt: Date;
  /** When another name was recorded; null for the present one. */
  supersededAt: Date | null;
}

export const childNameEntity = new EntitySchema<ChildNameEntity>({
  name: 'ChildName',
  tableName: 'child_name',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_child_name' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_child_name' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_child_name' },
    givenNames: { name: 'given_names', type: 'text' },
    familyName: { name: 'family_name', type: 'text' },
    recordedBy: { name: 'recorded_by', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'ck_child_name_child', expression: `starts_with(child_id, la_code || '.')` },
    { name: 'ck_child_name_superseded_after_recorded', expression: 'superseded_at >= recorded_at' },
  ],
  indices: [
    {
      name: 'uq_child_name_present',
      columns: ['laCode', 'childId'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
  ],
});
