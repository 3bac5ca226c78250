import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { LeavingCareEntity } from './leaving-care.entity.ts';
import { leavingCareStore } from './leaving-care.store.ts';

export type LeavingCareLoader = RecordLoader<LeavingCareEntity>;

/** How a young person has been since leaving care, newest first. */
export function leavingCareLoader(request: RequestForRows): LeavingCareLoader {
  return recordLoader(request, leavingCareStore, 'as_of DESC, recorded_at DESC, id');
}
