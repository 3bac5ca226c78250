import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** A statutory review of a child's care plan, from the tables Reviews of all years. */
export interface ReviewEntity extends AccessColumns {
  laCode: string;
  childId: string;
  /** Made of the child and the day. */
  id: string;
  /** `REVIEW`. */
  heldOn: PlainDate;
  /** `REVIEW_CODE`: PN0 for a child under 4, PN1 to PN6 took part, PN7 did not. */
  participation: string;
}

export const reviewEntity = new EntitySchema<ReviewEntity>({
  name: 'Review',
  tableName: 'review',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_review' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_review' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_review' },
    heldOn: { name: 'held_on', type: 'date' },
    participation: { name: 'participation', type: 'text' },
    ...accessColumns,
  },
});
