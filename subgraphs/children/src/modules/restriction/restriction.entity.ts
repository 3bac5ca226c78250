import { EntitySchema } from 'typeorm';

/** A child's record kept to named people: in force until it is lifted, on record for ever. */
export interface RestrictionEntity {
  laCode: string;
  /** `<laCode>.<uuid>`. */
  id: string;
  childId: string;
  reason: string;
  placedAt: Date;
  /** Subject of the manager who placed it. */
  placedBy: string;
  liftedAt: Date | null;
  liftedBy: string | null;
}

export const restrictionEntity = new EntitySchema<RestrictionEntity>({
  name: 'Restriction',
  tableName: 'restriction',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_restriction' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_restriction' },
    childId: { name: 'child_id', type: 'text' },
    reason: { name: 'reason', type: 'text' },
    placedAt: { name: 'placed_at', type: 'timestamptz' },
    placedBy: { name: 'placed_by', type: 'text' },
    liftedAt: { name: 'lifted_at', type: 'timestamptz', nullable: true },
    liftedBy: { name: 'lifted_by', type: 'text', nullable: true },
  },
  checks: [
    { name: 'ck_restriction_child', expression: `starts_with(child_id, la_code || '.')` },
    { name: 'ck_restriction_lifted', expression: '(lifted_at IS NULL) = (lifted_by IS NULL)' },
  ],
  indices: [
    { name: 'uq_restriction_in_force', columns: ['laCode', 'childId'], unique: true, where: 'lifted_at IS NULL' },
  ],
});

/** Somebody who may see a restricted record, from one instant to another. */
export interface RestrictionPersonEntity {
  laCode: string;
  restrictionId: string;
  id: string;
  childId: string;
  /** Subject of the person. */
  personId: string;
  namedAt: Date;
  namedBy: string;
  /** When the person ceased to be named; null while named, and for those named when the restriction was lifted. */
  endedAt: Date | null;
  endedBy: string | null;
}

const KEY = 'pk_restriction_person';

export const restrictionPersonEntity = new EntitySchema<RestrictionPersonEntity>({
  name: 'RestrictionPerson',
  tableName: 'restriction_person',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    restrictionId: { name: 'restriction_id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    childId: { name: 'child_id', type: 'text' },
    personId: { name: 'person_id', type: 'text' },
    namedAt: { name: 'named_at', type: 'timestamptz' },
    namedBy: { name: 'named_by', type: 'text' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    endedBy: { name: 'ended_by', type: 'text', nullable: true },
  },
  checks: [{ name: 'ck_restriction_person_ended', expression: '(ended_at IS NULL) = (ended_by IS NULL)' }],
  indices: [
    {
      name: 'uq_restriction_person_named',
      columns: ['laCode', 'restrictionId', 'personId'],
      unique: true,
      where: 'ended_at IS NULL',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_restriction_person_restriction',
      target: 'Restriction',
      columnNames: ['laCode', 'restrictionId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});
