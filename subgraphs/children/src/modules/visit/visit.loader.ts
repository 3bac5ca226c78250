import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { VisitEntity } from './visit.entity.ts';
import { visitStore } from './visit.store.ts';

export type VisitLoader = RecordLoader<VisitEntity>;

/** The visits to a child, newest first. */
export function visitLoader(request: RequestForRows): VisitLoader {
  return recordLoader(request, visitStore, 'visited_on DESC, recorded_at DESC, id');
}
