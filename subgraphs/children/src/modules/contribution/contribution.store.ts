import { recordStore } from '../../record/record-store.ts';
import { contributionEntity } from './contribution.entity.ts';

/** What children take part in and achieve, on record. */
export const contributionStore = recordStore(contributionEntity, 'EDUCATION');
