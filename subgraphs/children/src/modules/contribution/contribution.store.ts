import { recordStore } from '../../record/record-store.ts';
import { contributionEntity } from './contribution.entity.ts';

/** What a child takes part in and achieves on record. */
export const contributionStore = recordStore(contributionEntity, 'EDUCATION');
