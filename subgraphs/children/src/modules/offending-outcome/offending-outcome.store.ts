import { recordStore } from '../../record/record-store.ts';
import { offendingOutcomeEntity } from './offending-outcome.entity.ts';

/** Outcomes of offending on record. */
export const offendingOutcomeStore = recordStore(offendingOutcomeEntity, 'SAFETY');
