import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';

/** Who reviews a child's case from one day to another: a member of the authority's staff, one for a child at a time. */
export interface IndependentReviewingOfficerEntity {
  laCode: string;
  childId: string;
  id: string;
  /** Subject of the officer. */
  officerId: string;
  startedOn: PlainDate;
  /** The last day, which belongs to it; null while it lasts. */
  endedOn: PlainDate | null;
  appointedBy: string;
  appointedAt: Date;
  /** When another appointment took its place before it had begun, or from its first day on; null otherwise. */
  supersededAt: Date | null;
}

const KEY = 'pk_independent_reviewing_officer';

export const independentReviewingOfficerEntity = new EntitySchema<IndependentReviewingOfficerEntity>({
  name: 'IndependentReviewingOfficer',
  tableName: 'independent_reviewing_officer',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: KEY },
    officerId: { name: 'officer_id', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    appointedBy: { name: 'appointed_by', type: 'text' },
    appointedAt: { name: 'appointed_at', type: 'timestamptz' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'ck_independent_reviewing_officer_child', expression: `starts_with(child_id, la_code || '.')` },
    { name: 'ck_independent_reviewing_officer_dates', expression: 'ended_on >= started_on' },
  ],
  indices: [{ name: 'ix_independent_reviewing_officer_officer', columns: ['laCode', 'officerId'] }],
  exclusions: [
    {
      name: 'ex_independent_reviewing_officer_one_per_child',
      expression: `USING gist (la_code WITH =, child_id WITH =, daterange(started_on, ended_on, '[]') WITH &&) WHERE (superseded_at IS NULL)`,
    },
  ],
});
