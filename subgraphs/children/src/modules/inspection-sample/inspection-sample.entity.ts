import { EntitySchema } from 'typeorm';

/** A child whose record the inspectors of an inspection may open, from one instant to another. */
export interface InspectionSampleEntity {
  /** The authority under inspection. */
  laCode: string;
  /** `<laCode>.<uuid>`: contracts owns inspections. */
  inspectionId: string;
  id: string;
  childId: string;
  sampledAt: Date;
  sampledBy: string;
  /** When the child was taken from the sample; null while in it. */
  removedAt: Date | null;
  removedBy: string | null;
}

const KEY = 'pk_inspection_sample';

export const inspectionSampleEntity = new EntitySchema<InspectionSampleEntity>({
  name: 'InspectionSample',
  tableName: 'inspection_sample',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    inspectionId: { name: 'inspection_id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    childId: { name: 'child_id', type: 'text' },
    sampledAt: { name: 'sampled_at', type: 'timestamptz' },
    sampledBy: { name: 'sampled_by', type: 'text' },
    removedAt: { name: 'removed_at', type: 'timestamptz', nullable: true },
    removedBy: { name: 'removed_by', type: 'text', nullable: true },
  },
  checks: [
    {
      name: 'ck_inspection_sample_authority',
      expression: `starts_with(child_id, la_code || '.') AND starts_with(inspection_id, la_code || '.')`,
    },
    { name: 'ck_inspection_sample_removed', expression: '(removed_at IS NULL) = (removed_by IS NULL)' },
  ],
  indices: [
    {
      name: 'uq_inspection_sample_in_force',
      columns: ['laCode', 'inspectionId', 'childId'],
      unique: true,
      where: 'removed_at IS NULL',
    },
  ],
});
