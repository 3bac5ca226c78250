import { staffStore } from '../../record/staff-store.ts';
import { AbsenceEntity } from './absence.entity.ts';

/** Absences on record. */
export const absenceStore = staffStore(AbsenceEntity);
