import { EntitySchema } from 'typeorm';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** What one return says about a care leaver around a birthday: a row of the table OC3. */
export interface CareLeaverEntity extends AccessColumns {
  laCode: string;
  childId: string;
  collectionYear: number;
  /** `IN_TOUCH`: YES, NO, or why the authority need not be (DIED, REFU, NREQ, RHOM). */
  inTouch: string;
  /** `ACTIV`: F… full time, P… part time, G… not in education, employment or training. */
  activity: string | null;
  /** `ACCOM`: the last character 1 is suitable, 2 is not. */
  accommodation: string | null;
}

export const careLeaverEntity = new EntitySchema<CareLeaverEntity>({
  name: 'CareLeaver',
  tableName: 'care_leaver',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_care_leaver' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_care_leaver' },
    collectionYear: {
      name: 'collection_year',
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_care_leaver',
    },
    inTouch: { name: 'in_touch', type: 'text' },
    activity: { name: 'activity', type: 'text', nullable: true },
    accommodation: { name: 'accommodation', type: 'text', nullable: true },
    ...accessColumns,
  },
  indices: [{ name: 'ix_care_leaver_year', columns: ['laCode', 'collectionYear'] }],
});
