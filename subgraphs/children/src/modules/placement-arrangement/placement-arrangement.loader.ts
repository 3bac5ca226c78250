import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { PlacementArrangementEntity } from './placement-arrangement.entity.ts';
import { placementArrangementStore } from './placement-arrangement.store.ts';

export type PlacementArrangementLoader = RecordLoader<PlacementArrangementEntity>;

/** The arrangements of a child's placements, the newest placement first. */
export function placementArrangementLoader(request: RequestForRows): PlacementArrangementLoader {
  return recordLoader(request, placementArrangementStore, 'started_on DESC, recorded_at DESC, id');
}
