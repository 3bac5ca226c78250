import { NotFoundError, type Db } from '@mainstay/subgraph-kit';
import { RecordChanged } from '@mainstay/subgraph-kit/record';
import type { Context } from '../context.ts';
import { childOfRecord, type FactsOf, type RecordStore } from './record-store.ts';
import type { RecordedRow } from './recorded-row.ts';
import { recordableChild, saveRecord } from './save-record.ts';

/**
 * The present version of an entry that the viewer may change.
 *
 * @throws NotFoundError when there is none, or it was taken back; what `recordableChild` throws.
 */
export async function presentRecord<Row extends RecordedRow>(
  context: Context,
  store: RecordStore<Row>,
  id: string,
): Promise<Row> {
  await recordableChild(context, childOfRecord(id), store.part, store.alsoRecordedBy);
  const present = await store.find(context.db, id);
  if (!present || present.isWithdrawn) throw new NotFoundError('There is no such entry.');
  return present;
}

/**
 * Takes an entry a step further in its life, as a version like any other: `reason` says which step.
 *
 * @throws RecordChanged when `version` is not the present one; what `saveRecord` throws of a correction.
 */
export function changeRecord<Row extends RecordedRow>(
  context: Context,
  store: RecordStore<Row>,
  { present, version, reason }: { readonly present: Row; readonly version: number; readonly reason: string },
  changes: Partial<FactsOf<Row>>,
): Promise<Row> {
  if (version !== present.version) throw new RecordChanged(present);
  const correcting = { id: present.id, version, reason };
  return saveRecord(context, store, { childId: present.childId, key: '', correcting }, { ...present, ...changes });
}

/** Makes whoever else does the same to this child wait until this transaction ends; `what` names what they do. */
export async function holdChild(db: Db, childId: string, what: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${what}:${childId}`]);
}
