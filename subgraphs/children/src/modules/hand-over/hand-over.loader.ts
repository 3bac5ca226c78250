import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { HandOverEntity } from './hand-over.entity.ts';
import { handOverStore } from './hand-over.store.ts';

export type HandOverLoader = RecordLoader<HandOverEntity>;

/** The hand-overs of a child, newest first. */
export function handOverLoader(request: RequestForRows): HandOverLoader {
  return recordLoader(request, handOverStore, 'taken_over_on DESC, recorded_at DESC, id');
}
