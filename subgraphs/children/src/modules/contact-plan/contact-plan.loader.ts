import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ContactPlanEntity } from './contact-plan.entity.ts';
import { contactPlanStore } from './contact-plan.store.ts';

export type ContactPlanLoader = RecordLoader<ContactPlanEntity>;

/** What is planned and barred between a child and others, newest first. */
export function contactPlanLoader(request: RequestForRows): ContactPlanLoader {
  return recordLoader(request, contactPlanStore, 'started_on DESC, recorded_at DESC, id');
}
