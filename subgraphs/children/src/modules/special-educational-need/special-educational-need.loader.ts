import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SpecialEducationalNeedEntity } from './special-educational-need.entity.ts';
import { specialEducationalNeedStore } from './special-educational-need.store.ts';

export type SpecialEducationalNeedLoader = RecordLoader<SpecialEducationalNeedEntity>;

/** A child’s special educational needs and what is provided, newest first. */
export function specialEducationalNeedLoader(request: RequestForRows): SpecialEducationalNeedLoader {
  return recordLoader(request, specialEducationalNeedStore, 'as_of DESC, recorded_at DESC, id');
}
