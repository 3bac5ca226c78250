import type { StaffRecordRow } from '../record/staff-record-row.ts';
import type { StaffStore } from '../record/staff-store.ts';

/** Every store of facts recorded about staff. */
const stores: readonly StaffStore<never>[] = [];

/** The stores of facts recorded about staff, by kind. */
export function staffRecordStores(): ReadonlyMap<string, StaffStore<StaffRecordRow>> {
  return new Map(stores.map((store) => [store.kind, store as unknown as StaffStore<StaffRecordRow>]));
}
