import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { EducationPlanEntity } from './education-plan.entity.ts';
import { educationPlanStore } from './education-plan.store.ts';

export type EducationPlanLoader = RecordLoader<EducationPlanEntity>;

/** A child’s personal education plans, newest first. */
export function educationPlanLoader(request: RequestForRows): EducationPlanLoader {
  return recordLoader(request, educationPlanStore, 'held_on DESC, recorded_at DESC, id');
}
