import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SchoolPlaceEntity } from './school-place.entity.ts';
import { schoolPlaceStore } from './school-place.store.ts';

export type SchoolPlaceLoader = RecordLoader<SchoolPlaceEntity>;

/** The schools a child goes and went to, newest first. */
export function schoolPlaceLoader(request: RequestForRows): SchoolPlaceLoader {
  return recordLoader(request, schoolPlaceStore, 'started_on DESC, recorded_at DESC, id');
}
