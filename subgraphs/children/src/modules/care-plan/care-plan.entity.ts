import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { NotKnownReason } from '@mainstay/subgraph-kit/record';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';
import type { CarePlanKind, CarePlanSectionKind } from './care-plan.sections.ts';

/** Where an edition stands: `CarePlanStatus` of the graph. */
export type CarePlanStatus = 'DRAFT' | 'AGREED';

/** Who has a part in plans and reviews: `CareParty` of the graph. */
export type CareParty =
  | 'CHILD'
  | 'MOTHER'
  | 'FATHER'
  | 'PARENTAL_RESPONSIBILITY'
  | 'RELATIVE'
  | 'CARER'
  | 'SOCIAL_WORKER'
  | 'REVIEWING_OFFICER'
  | 'PERSONAL_ADVISER'
  | 'SCHOOL'
  | 'VIRTUAL_SCHOOL'
  | 'HEALTH'
  | 'ADVOCATE'
  | 'OTHER';

/** A section that is written, or of which it is said why it is not. */
export interface WrittenSection {
  readonly section: CarePlanSectionKind;
  readonly text: string | null;
  readonly notKnown: NotKnownReason | null;
}

/** Somebody who was consulted or not, told or not. */
export interface CarePlanPerson {
  readonly party: CareParty;
  readonly who: string | null;
  readonly wasConsulted: boolean | null;
  readonly consultedNotKnown: NotKnownReason | null;
  readonly notConsultedReason: string | null;
  readonly toldOn: PlainDate | null;
}

/** One edition of a child's care plan or pathway plan. @see SI 2010/959, regulation 5; SI 2010/2571, schedule 1 */
export interface CarePlanEntity extends RecordedRow {
  kind: CarePlanKind;
  /** 1 for the first of the kind. */
  edition: number;
  status: CarePlanStatus;
  permanenceAim: string | null;
  /** Null when nobody has answered, or it is not known. */
  isToLastUntil18: boolean | null;
  toLastUntil18NotKnown: NotKnownReason | null;
  /** The sections anybody has written in. */
  sections: readonly WrittenSection[];
  /** The day from which it holds; null while it is drafted, as are the next ones. */
  agreedOn: PlainDate | null;
  /** Subject of the manager who agreed it. */
  agreedBy: string | null;
  people: readonly CarePlanPerson[] | null;
  isChildAgreed: boolean | null;
  childAgreedNotKnown: NotKnownReason | null;
  childNote: string | null;
}

export const carePlanEntity = new EntitySchema<CarePlanEntity>({
  name: 'CarePlan',
  tableName: 'care_plan',
  columns: {
    ...recordedColumns('care_plan'),
    kind: { name: 'kind', type: 'text' },
    edition: { name: 'edition', type: 'integer' },
    status: { name: 'status', type: 'text' },
    permanenceAim: { name: 'permanence_aim', type: 'text', nullable: true },
    isToLastUntil18: { name: 'is_to_last_until_18', type: 'boolean', nullable: true },
    toLastUntil18NotKnown: { name: 'to_last_until_18_not_known', type: 'text', nullable: true },
    sections: { name: 'sections', type: 'jsonb' },
    agreedOn: { name: 'agreed_on', type: 'date', nullable: true },
    agreedBy: { name: 'agreed_by', type: 'text', nullable: true },
    people: { name: 'people', type: 'jsonb', nullable: true },
    isChildAgreed: { name: 'is_child_agreed', type: 'boolean', nullable: true },
    childAgreedNotKnown: { name: 'child_agreed_not_known', type: 'text', nullable: true },
    childNote: { name: 'child_note', type: 'text', nullable: true },
  },
  checks: [
    ...recordedKeys('care_plan').checks,
    { name: 'ck_care_plan_agreed', expression: `(status = 'AGREED') = (agreed_on IS NOT NULL)` },
  ],
  indices: [
    ...recordedKeys('care_plan').indices,
    {
      name: 'uq_care_plan_draft',
      columns: ['laCode', 'childId', 'kind'],
      unique: true,
      where: `superseded_at IS NULL AND status = 'DRAFT' AND NOT is_withdrawn`,
    },
    {
      name: 'uq_care_plan_edition',
      columns: ['laCode', 'childId', 'kind', 'edition'],
      unique: true,
      where: 'superseded_at IS NULL AND NOT is_withdrawn',
    },
  ],
});
