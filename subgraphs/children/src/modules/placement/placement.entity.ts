import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/**
 * A stay with one carer or in one home, derived from the child's episodes of all years: see `placement.derivation.ts`.
 * Rows are rebuilt whenever the child's returns change.
 */
export interface PlacementEntity extends AccessColumns {
  laCode: string;
  childId: string;
  /** Made of the child and the first day. */
  id: string;
  startedOn: PlainDate;
  /** False when the first episode on record says that the placement had begun before it. */
  isStartKnown: boolean;
  /** The day it ended; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
  /** `PLACE` of its newest episode. */
  type: string;
  /** `PLACE_PROVIDER` of its newest episode. */
  provider: string | null;
  /** `URN` of its newest episode. */
  urn: string | null;
  placementPostcode: string | null;
  homePostcode: string | null;
  /** `PLACE` T0 to T4 or Z…: it does not end the placement it interrupts and is not counted. */
  isTemporary: boolean;
  /** Under legal status V3 or V4. */
  isShortBreak: boolean;
  /** Entered with `RNE` T or U: the carers are those of the placement before. */
  isSameCarer: boolean;
  /** Since when the child has lived with these carers, changes of address with them included. */
  carerSince: PlainDate;
  /** False when they were the carers already before the first episode on record. */
  isCarerSinceKnown: boolean;
  /** `REASON_PLACE_CHANGE`, or the `REC` with which the child ceased to be looked after. */
  reasonEnded: string | null;
  /** Straight-line miles to one decimal place; null when either postcode is not in the directory. */
  distanceFromHomeMiles: number | null;
  /** Null when the placement's postcode is not in the directory. */
  isInsideAuthority: boolean | null;
}

export const placementEntity = new EntitySchema<PlacementEntity>({
  name: 'Placement',
  tableName: 'placement',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_placement' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_placement' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_placement' },
    startedOn: { name: 'started_on', type: 'date' },
    isStartKnown: { name: 'is_start_known', type: 'boolean' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    type: { name: 'type', type: 'text' },
    provider: { name: 'provider', type: 'text', nullable: true },
    urn: { name: 'urn', type: 'text', nullable: true },
    placementPostcode: { name: 'placement_postcode', type: 'text', nullable: true },
    homePostcode: { name: 'home_postcode', type: 'text', nullable: true },
    isTemporary: { name: 'is_temporary', type: 'boolean' },
    isShortBreak: { name: 'is_short_break', type: 'boolean' },
    isSameCarer: { name: 'is_same_carer', type: 'boolean' },
    carerSince: { name: 'carer_since', type: 'date' },
    isCarerSinceKnown: { name: 'is_carer_since_known', type: 'boolean' },
    reasonEnded: { name: 'reason_ended', type: 'text', nullable: true },
    distanceFromHomeMiles: { name: 'distance_from_home_miles', type: 'double precision', nullable: true },
    isInsideAuthority: { name: 'is_inside_authority', type: 'boolean', nullable: true },
    ...accessColumns,
  },
  checks: [
    { name: 'ck_placement_ends_after_start', expression: 'ended_on >= started_on' },
    { name: 'ck_placement_carer_since', expression: 'carer_since <= started_on' },
    { name: 'ck_placement_distance', expression: 'distance_from_home_miles >= 0' },
  ],
});
