import { staffStore } from '../../record/staff-store.ts';
import { TrainingEntity } from './training.entity.ts';

/** What workers did to learn, on record. */
export const trainingStore = staffStore(TrainingEntity);
