import DataLoader from 'dataloader';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { RecordChanged, RecordFault, type Correcting } from '@mainstay/subgraph-kit/record';
import type { Context } from '../context.ts';
import type { EmployerInput, StaffFactsOf, StaffRecordRow } from './staff-record-row.ts';
import { recordableStaff } from './staff-recorder.ts';
import type { StaffStore } from './staff-store.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 2_000;
const LONGEST_KEY = 100;

/** What every input to record something about staff has; repeated in each input of the graph. */
export interface StaffRecordingInput {
  readonly employer: EmployerInput;
  /** Names the entry, so that sending it twice records it once. */
  readonly key: string;
  /** Given when an entry is corrected: which, on which version it is based, and why. */
  readonly correcting?: Correcting | null;
}

/**
 * Records a fact about staff, or corrects one, and tells the audit. The same key again answers what was recorded the first
 * time.
 *
 * @throws RecordChanged when the entry has changed since the version the correction is based on; RecordFault when the
 * reason of a correction or the key cannot be used; what `recordableStaff` throws.
 */
export async function saveStaffRecord<Row extends StaffRecordRow>(
  context: Context,
  store: StaffStore<Row>,
  { employer, key, correcting }: StaffRecordingInput,
  facts: StaffFactsOf<Row>,
): Promise<Row> {
  const { viewer, db, moment } = context;
  const staff = recordableStaff(viewer, employer);
  if (correcting) return replaceRecord(context, store, correcting, { facts, isWithdrawn: false });
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  const recording = { by: viewer.subject, at: moment.now, entryKey: key };
  const before = await store.findByEntryKey(db, staff.laCode, recording);
  if (before) {
    if (before.employerId === staff.employerId) return before;
    throw new RecordFault('key', 'The key is that of an entry about other staff. Give the entry a key of its own.');
  }
  const row = await store.add(db, staff, facts, recording);
  tell(context, store, row, 'recorded');
  return row;
}

/**
 * The present version of an entry about the viewer's own staff.
 *
 * @throws NotFoundError when there is none, or it was taken back; what `recordableStaff` throws.
 */
export async function presentStaffRecord<Row extends StaffRecordRow>(
  context: Context,
  store: StaffStore<Row>,
  id: string,
): Promise<Row> {
  const present = await store.find(context.db, id);
  if (!present || present.isWithdrawn) throw new NotFoundError('There is no such entry.');
  const { laCode, employerKind, employerId } = present;
  recordableStaff(context.viewer, { la: laCode, practice: employerKind === 'practice' ? employerId : null });
  return present;
}

/**
 * Takes an entry back: it counts for nothing from now on, and stays on record.
 *
 * @throws what `saveStaffRecord` throws of a correction.
 */
export async function withdrawStaffRecord<Row extends StaffRecordRow>(
  context: Context,
  store: StaffStore<Row>,
  correcting: Correcting,
): Promise<Row> {
  const present = await presentStaffRecord(context, store, correcting.id);
  return replaceRecord(context, store, correcting, { facts: present, isWithdrawn: true });
}

async function replaceRecord<Row extends StaffRecordRow>(
  context: Context,
  store: StaffStore<Row>,
  correcting: Correcting,
  next: { readonly facts: StaffFactsOf<Row>; readonly isWithdrawn: boolean },
): Promise<Row> {
  const { viewer, db, moment } = context;
  const reason = correcting.reason.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) {
    throw new RecordFault('correcting.reason', `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`);
  }
  const present = await presentStaffRecord(context, store, correcting.id);
  const recording = { by: viewer.subject, at: moment.now, entryKey: null };
  const row = await store.replace(db, { ...correcting, reason }, { ...next, present, recording });
  if (!row) throw new RecordChanged((await store.find(db, correcting.id)) ?? present);
  tell(context, store, row, next.isWithdrawn ? 'withdrawn' : 'corrected');
  return row;
}

/** Tells the audit, and forgets what the request has loaded: what it asks next must know what was just recorded. */
function tell(context: Context, store: { readonly kind: string }, row: StaffRecordRow, done: string): void {
  context.touched.change({
    what: `${store.kind.replaceAll('-', ' ')} ${done}`,
    laCode: row.laCode,
    ids: [row.id],
    childIds: [],
  });
  for (const loader of Object.values(context.loaders)) if (loader instanceof DataLoader) loader.clearAll();
}
