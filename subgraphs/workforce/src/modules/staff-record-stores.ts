import type { StaffRecordRow } from '../record/staff-record-row.ts';
import type { StaffStore } from '../record/staff-store.ts';
import { absenceStore } from './absence/absence.store.ts';
import { staffExpectationStore } from './staff-expectation/staff-expectation.store.ts';
import { supervisionStore } from './supervision/supervision.store.ts';
import { trainingStore } from './training/training.store.ts';
import { designationStore } from './designation/designation.store.ts';
import { employmentStore } from './employment/employment.store.ts';
import { postStore } from './post/post.store.ts';

/** Every store of facts recorded about staff. */
const stores: readonly { readonly kind: string }[] = [
  employmentStore,
  postStore,
  designationStore,
  staffExpectationStore,
  supervisionStore,
  trainingStore,
  absenceStore,
];

/** The stores of facts recorded about staff, by kind. */
export function staffRecordStores(): ReadonlyMap<string, StaffStore<StaffRecordRow>> {
  return new Map(stores.map((store) => [store.kind, store as unknown as StaffStore<StaffRecordRow>]));
}
