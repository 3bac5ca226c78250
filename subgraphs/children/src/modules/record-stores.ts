import type { RecordStore } from '../record/record-store.ts';
import type { RecordedRow } from '../record/recorded-row.ts';
import { visitStore } from './visit/visit.store.ts';

/** Every store of recorded facts, in the order of the record's parts. */
const stores = [visitStore] as unknown as readonly RecordStore<RecordedRow>[];

/** The stores by kind: what `withdrawRecord` finds an entry's table with. */
export function recordStores(): ReadonlyMap<string, RecordStore<RecordedRow>> {
  return new Map(stores.map((store) => [store.kind, store]));
}
