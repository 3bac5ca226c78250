import DataLoader from 'dataloader';
import { ForbiddenError, laCodeOfChild, NotFoundError, type Role, type Viewer } from '@mainstay/subgraph-kit';
import { type Correcting, RecordChanged, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../context.ts';
import type { RecordPart } from '../modules/child/child.parts-policy.ts';
import type { ChildRow } from '../modules/child/child.repository.ts';
import { refreshDuties } from '../modules/duty/duty.refresh.ts';
import { mayRecord, recordsAnything } from './record-policy.ts';
import { childOfRecord, type FactsOf, type RecordStore } from './record-store.ts';
import type { RecordedRow } from './recorded-row.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 2_000;
const LONGEST_KEY = 100;

/** What every input to record something has: `RecordingInput` in words, repeated in each input of the graph. */
export interface RecordingInput {
  readonly childId: string;
  /** Names the entry, so that sending it twice records it once. */
  readonly key: string;
  /** Given when an entry is corrected: which, on which version it is based, and why. */
  readonly correcting?: Correcting | null;
}

/** @throws ForbiddenError when the viewer's role records nothing, and is none of these others that record a kind of fact. */
export function requireRecorder(viewer: Viewer, others: readonly Role[] = []): void {
  if (!recordsAnything(viewer, others)) throw new ForbiddenError('Your role does not record in children’s records.');
}

/**
 * The child in whose record the viewer may write in this part; `alsoRecordedBy` are other roles that may.
 *
 * @throws ForbiddenError when the viewer's role records nothing, or the part is withheld; NotFoundError when the child is
 * none the viewer may see.
 */
export async function recordableChild(
  context: Context,
  childId: string,
  part: RecordPart,
  alsoRecordedBy: readonly Role[] = [],
): Promise<ChildRow> {
  const { viewer, loaders } = context;
  requireRecorder(viewer, alsoRecordedBy);
  const child = viewer.laCodes.includes(laCodeOfChild(childId)) ? await loaders.children.load(childId) : null;
  if (!child) throw new NotFoundError('There is no such child.');
  if (!mayRecord(viewer, child, { part, alsoRecordedBy })) {
    throw new ForbiddenError('The contract does not delegate this part of the record to your practice.');
  }
  return child;
}

/**
 * Records a fact, or corrects one, and tells the audit. The same key again answers what was recorded the first time.
 *
 * @throws RecordChanged when the entry has changed since the version the correction is based on; RecordFault when the
 * reason of a correction or the key cannot be used; what `recordableChild` throws.
 */
export async function saveRecord<Row extends RecordedRow>(
  context: Context,
  store: RecordStore<Row>,
  { childId, key, correcting }: RecordingInput,
  facts: FactsOf<Row>,
): Promise<Row> {
  const { viewer, db, clock } = context;
  const child = await recordableChild(context, childId, store.part, store.alsoRecordedBy);
  if (correcting) {
    if (childOfRecord(correcting.id) !== child.id) throw new NotFoundError('There is no such entry of this child.');
    return replaceRecord(context, store, correcting, { facts, isWithdrawn: false });
  }
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  const recording = { by: viewer.subject, at: clock.now(), entryKey: key };
  const before = await store.findByEntryKey(db, laCodeOfChild(child.id), recording);
  if (before) {
    if (before.childId === child.id) return before;
    throw new RecordFault('key', 'The key is that of an entry about another child. Give the entry a key of its own.');
  }
  const row = await store.add(db, child.id, facts, recording);
  await refreshDuties(db, [row.childId], recording.at);
  tell(context, store, row, 'recorded');
  return row;
}

/**
 * Takes an entry back: it counts for nothing from now on, and stays on record.
 *
 * @throws what `saveRecord` throws of a correction.
 */
export async function withdrawRecord<Row extends RecordedRow>(
  context: Context,
  store: RecordStore<Row>,
  correcting: Correcting,
): Promise<Row> {
  await recordableChild(context, childOfRecord(correcting.id), store.part, store.alsoRecordedBy);
  const present = await store.find(context.db, correcting.id);
  if (!present) throw new NotFoundError('There is no such entry.');
  const refusal = store.refusesWithdrawal?.(context.viewer, present) ?? null;
  if (refusal !== null) throw new ForbiddenError(refusal);
  return replaceRecord(context, store, correcting, { facts: present, isWithdrawn: true });
}

async function replaceRecord<Row extends RecordedRow>(
  context: Context,
  store: RecordStore<Row>,
  correcting: Correcting,
  next: { readonly facts: FactsOf<Row>; readonly isWithdrawn: boolean },
): Promise<Row> {
  const { viewer, db, clock } = context;
  const reason = correcting.reason.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) {
    throw new RecordFault('correcting.reason', `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`);
  }
  const recording = { by: viewer.subject, at: clock.now(), entryKey: null };
  const row = await store.replace(db, { ...correcting, reason }, { ...next, recording });
  if (!row) {
    const present = await store.find(db, correcting.id);
    if (!present) throw new NotFoundError('There is no such entry of this child.');
    throw new RecordChanged(present);
  }
  await refreshDuties(db, [row.childId], recording.at);
  tell(context, store, row, next.isWithdrawn ? 'withdrawn' : 'corrected');
  return row;
}

/** Tells the audit, and forgets what the request has loaded: what it asks next must know what was just recorded. */
function tell(context: Context, store: { readonly kind: string }, row: RecordedRow, done: string): void {
  context.touched.change({
    what: `${store.kind.replaceAll('-', ' ')} ${done}`,
    laCode: row.laCode,
    ids: [row.id],
    childIds: [row.childId],
  });
  for (const loader of Object.values(context.loaders)) if (loader instanceof DataLoader) loader.clearAll();
}
