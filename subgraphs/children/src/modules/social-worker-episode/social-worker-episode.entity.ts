import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** Time in which one social worker was allocated to a child, from the tables SWEpisodes of all years. */
export interface SocialWorkerEpisodeEntity extends AccessColumns {
  laCode: string;
  childId: string;
  /** Made of the child, the first day and the worker. */
  id: string;
  /** `SW_ID`: the regulator's number, the worker's id in the whole graph. */
  workerId: string;
  /** `SW_DECOM`. */
  startedOn: PlainDate;
  /** `SW_DEC`, or the inferred end; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
  /** `SW_REASON`. */
  reason: string | null;
  /** True when no return gave a believable end and one was inferred. */
  isEndInferred: boolean;
}

export const socialWorkerEpisodeEntity = new EntitySchema<SocialWorkerEpisodeEntity>({
  name: 'SocialWorkerEpisode',
  tableName: 'social_worker_episode',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_social_worker_episode' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_social_worker_episode' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_social_worker_episode' },
    workerId: { name: 'worker_id', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    reason: { name: 'reason', type: 'text', nullable: true },
    isEndInferred: { name: 'is_end_inferred', type: 'boolean' },
    ...accessColumns,
  },
  checks: [{ name: 'ck_social_worker_episode_ends_after_start', expression: 'ended_on >= started_on' }],
  indices: [{ name: 'ix_social_worker_episode_worker', columns: ['laCode', 'workerId'] }],
});
