import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SpecialistSupportEntity } from './specialist-support.entity.ts';
import { specialistSupportStore } from './specialist-support.store.ts';

export type SpecialistSupportLoader = RecordLoader<SpecialistSupportEntity>;

/** Specialist support asked for a child and those around, newest first. */
export function specialistSupportLoader(request: RequestForRows): SpecialistSupportLoader {
  return recordLoader(request, specialistSupportStore, 'referred_on DESC, recorded_at DESC, id');
}
