import { recordStore } from '../../record/record-store.ts';
import { adoptionDecisionEntity } from './adoption-decision.entity.ts';

/** Adoption decisions on record. */
export const adoptionDecisionStore = recordStore(adoptionDecisionEntity, 'DECISIONS');
