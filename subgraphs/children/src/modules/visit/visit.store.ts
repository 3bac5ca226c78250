import { recordStore } from '../../record/record-store.ts';
import { visitEntity } from './visit.entity.ts';

/** Visits on record. */
export const visitStore = recordStore(visitEntity, 'VISITS');
