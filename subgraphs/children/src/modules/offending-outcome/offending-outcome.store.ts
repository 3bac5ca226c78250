import { recordStore } from '../../record/record-store.ts';
import { offendingOutcomeEntity } from './offending-outcome.entity.ts';

/** Cautions, convictions and other outcomes of offending on record. */
export const offendingOutcomeStore = recordStore(offendingOutcomeEntity, 'SAFETY');
