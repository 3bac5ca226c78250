import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SchoolExclusionEntity } from './school-exclusion.entity.ts';
import { schoolExclusionStore } from './school-exclusion.store.ts';

export type SchoolExclusionLoader = RecordLoader<SchoolExclusionEntity>;

/** A child’s suspensions and permanent exclusions, newest first. */
export function schoolExclusionLoader(request: RequestForRows): SchoolExclusionLoader {
  return recordLoader(request, schoolExclusionStore, 'started_on DESC, recorded_at DESC, id');
}
