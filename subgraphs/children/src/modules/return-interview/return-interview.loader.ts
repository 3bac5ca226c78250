import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ReturnInterviewEntity } from './return-interview.entity.ts';
import { returnInterviewStore } from './return-interview.store.ts';

export type ReturnInterviewLoader = RecordLoader<ReturnInterviewEntity>;

/** A child’s interviews on return, by the newest time missing. */
export function returnInterviewLoader(request: RequestForRows): ReturnInterviewLoader {
  return recordLoader(request, returnInterviewStore, 'missing_from DESC, recorded_at DESC, id');
}
