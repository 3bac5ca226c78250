import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { AttainmentEntity } from './attainment.entity.ts';
import { attainmentStore } from './attainment.store.ts';

export type AttainmentLoader = RecordLoader<AttainmentEntity>;

/** A child’s results and starting points, newest first. */
export function attainmentLoader(request: RequestForRows): AttainmentLoader {
  return recordLoader(request, attainmentStore, 'assessed_on DESC, recorded_at DESC, id');
}
