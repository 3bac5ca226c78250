import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { PlacementMatchEntity } from './placement-match.entity.ts';
import { placementMatchStore } from './placement-match.store.ts';

export type PlacementMatchLoader = RecordLoader<PlacementMatchEntity>;

/** The matches of a child's placements; of several for one placement the one recorded last comes first. */
export function placementMatchLoader(request: RequestForRows): PlacementMatchLoader {
  return recordLoader(request, placementMatchStore, 'started_on, recorded_at DESC, id');
}
