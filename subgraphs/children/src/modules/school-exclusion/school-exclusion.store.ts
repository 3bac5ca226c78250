import { recordStore } from '../../record/record-store.ts';
import { schoolExclusionEntity } from './school-exclusion.entity.ts';

/** Suspensions and permanent exclusions on record. */
export const schoolExclusionStore = recordStore(schoolExclusionEntity, 'EDUCATION');
