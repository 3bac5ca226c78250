import { recordStore } from '../../record/record-store.ts';
import { adoptionDecisionEntity } from './adoption-decision.entity.ts';

/** Decisions that a child should be placed for adoption on record. */
export const adoptionDecisionStore = recordStore(adoptionDecisionEntity, 'DECISIONS');
