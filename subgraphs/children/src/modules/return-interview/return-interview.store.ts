import { recordStore } from '../../record/record-store.ts';
import { returnInterviewEntity } from './return-interview.entity.ts';

/** Interviews on return, on record. */
export const returnInterviewStore = recordStore(returnInterviewEntity, 'SAFETY');
