import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { AdoptionDecisionEntity } from './adoption-decision.entity.ts';
import { adoptionDecisionStore } from './adoption-decision.store.ts';

export type AdoptionDecisionLoader = RecordLoader<AdoptionDecisionEntity>;

/** Decisions that a child should be placed for adoption, newest first. */
export function adoptionDecisionLoader(request: RequestForRows): AdoptionDecisionLoader {
  return recordLoader(request, adoptionDecisionStore, 'decided_on DESC, recorded_at DESC, id');
}
