import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** A kind of school or other place of education: `SchoolType` of the graph. */
export type SchoolType =
  'NURSERY' | 'PRIMARY' | 'SECONDARY' | 'SPECIAL' | 'INDEPENDENT' | 'ALTERNATIVE' | 'COLLEGE' | 'HOME' | 'OTHER';

/** Why a child comes to a school: `SchoolEntry` of the graph. */
export type SchoolEntry =
  'FIRST' | 'NEXT_PHASE' | 'PLACEMENT_CHANGED' | 'BETTER_FOR_CHILD' | 'EXCLUDED' | 'SCHOOL_CLOSED' | 'OTHER';

/** How Ofsted judged a school: `SchoolJudgement` of the graph. */
export type SchoolJudgement = 'OUTSTANDING' | 'GOOD' | 'REQUIRES_IMPROVEMENT' | 'INADEQUATE' | 'NOT_GRADED';

/** A time in which a child was on the roll of a school, college or other place of education. */
export interface SchoolPlaceEntity extends RecordedRow {
  /** The number of the school in the register of schools; null where it has none. */
  urn: string | null;
  /** The name of the school. */
  schoolName: string;
  /** What kind of school it is. */
  type: SchoolType;
  /** The first day. */
  startedOn: PlainDate;
  /** The last day; null while it lasts. */
  endedOn: PlainDate | null;
  /** Why the child came to this school. */
  entry: SchoolEntry;
  /** Whether the change to this school was unscheduled: within a school year, and not in the care plan. */
  isUnscheduled: boolean | null;
  unscheduledNotKnown: string | null;
  /** How the school was last judged when the child came; null when that is not known. */
  judgement: SchoolJudgement | null;
  judgementNotKnown: string | null;
  /** How far the school is from where the child lives, in miles; null when that is not known. */
  distanceMiles: number | null;
  distanceMilesNotKnown: string | null;
}

export const schoolPlaceEntity = new EntitySchema<SchoolPlaceEntity>({
  name: 'SchoolPlace',
  tableName: 'school_place',
  columns: {
    ...recordedColumns('school_place'),
    urn: { name: 'urn', type: 'text', nullable: true },
    schoolName: { name: 'school_name', type: 'text' },
    type: { name: 'type', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    entry: { name: 'entry', type: 'text' },
    isUnscheduled: { name: 'is_unscheduled', type: 'boolean', nullable: true },
    unscheduledNotKnown: { name: 'unscheduled_not_known', type: 'text', nullable: true },
    judgement: { name: 'judgement', type: 'text', nullable: true },
    judgementNotKnown: { name: 'judgement_not_known', type: 'text', nullable: true },
    distanceMiles: { name: 'distance_miles', type: 'double precision', nullable: true },
    distanceMilesNotKnown: { name: 'distance_miles_not_known', type: 'text', nullable: true },
  },
  ...recordedKeys('school_place'),
});
