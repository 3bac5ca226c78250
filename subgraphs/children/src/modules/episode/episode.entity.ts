import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/**
 * One version of one episode: what the platform believed about it from `recordedAt` until `supersededAt`.
 *
 * A changed episode is never overwritten: its row is closed and another is added, so that "as we knew it" can be
 * answered. The rows with `supersededAt` null are what is believed today.
 */
export interface EpisodeEntity extends AccessColumns {
  laCode: string;
  childId: string;
  /** The same in all versions of the episode: it is made of the child and the first day. */
  id: string;
  /** `DECOM`. */
  startedOn: PlainDate;
  /** `DEC`, or the inferred end; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
  /** `RNE`. */
  reasonStarted: string;
  /** `REC`. */
  reasonEnded: string | null;
  /** `LS`. */
  legalStatus: string;
  /** `CIN`. */
  categoryOfNeed: string;
  /** `PLACE`. */
  placementType: string;
  /** `PLACE_PROVIDER`. */
  placementProvider: string | null;
  /** `REASON_PLACE_CHANGE`. */
  reasonPlacementChanged: string | null;
  /** `HOME_POST`, upper case without spaces. */
  homePostcode: string | null;
  /** `PL_POST`, upper case without spaces. */
  placementPostcode: string | null;
  /** `URN`. */
  urn: string | null;
  /** The newest collection year whose return holds the episode. */
  collectionYear: number;
  /** True when no return gave a believable end and one was inferred. */
  isEndInferred: boolean;
  recordedAt: Date;
  supersededAt: Date | null;
}

export const episodeEntity = new EntitySchema<EpisodeEntity>({
  name: 'Episode',
  tableName: 'episode',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_episode' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_episode' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_episode' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    reasonStarted: { name: 'reason_started', type: 'text' },
    reasonEnded: { name: 'reason_ended', type: 'text', nullable: true },
    legalStatus: { name: 'legal_status', type: 'text' },
    categoryOfNeed: { name: 'category_of_need', type: 'text' },
    placementType: { name: 'placement_type', type: 'text' },
    placementProvider: { name: 'placement_provider', type: 'text', nullable: true },
    reasonPlacementChanged: { name: 'reason_placement_changed', type: 'text', nullable: true },
    homePostcode: { name: 'home_postcode', type: 'text', nullable: true },
    placementPostcode: { name: 'placement_postcode', type: 'text', nullable: true },
    urn: { name: 'urn', type: 'text', nullable: true },
    collectionYear: { name: 'collection_year', type: 'integer' },
    isEndInferred: { name: 'is_end_inferred', type: 'boolean' },
    recordedAt: {
      name: 'recorded_at',
      type: 'timestamptz',
      primary: true,
      primaryKeyConstraintName: 'pk_episode',
    },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
    ...accessColumns,
  },
  checks: [
    { name: 'ck_episode_ends_after_start', expression: 'ended_on >= started_on' },
    { name: 'ck_episode_superseded_after_recorded', expression: 'superseded_at >= recorded_at' },
  ],
});
