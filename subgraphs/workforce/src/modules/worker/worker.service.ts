import { randomUUID } from 'node:crypto';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { RecordChanged, RecordFault, textOf, LONGEST, type Correcting } from '@mainstay/subgraph-kit/record';
import DataLoader from 'dataloader';
import type { Context } from '../../context.ts';
import type { StaffRecordingInput } from '../../record/save-staff-record.ts';
import { formsOf } from '../../record/by-number.ts';
import type { Staff } from '../../record/staff-record-row.ts';
import { recordableStaff } from '../../record/staff-recorder.ts';
import { findEmploymentsWith } from '../employment/employment.repository.ts';
import type { WorkerRow } from './worker.entity.ts';
import { addWorker, findWorkerByEntryKey, findWorkersById, renameWorker } from './worker.repository.ts';

/** A worker: `RecordWorkerInput` of the graph. */
export interface RecordWorkerInput extends StaffRecordingInput {
  readonly number?: string | null;
  readonly name: string;
}

const NUMBER = /^(?:SW|XX)[A-Z0-9]{1,10}$/;
const LONGEST_KEY = 100;

/**
 * Records somebody who works with an authority's children, or corrects the name.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff`.
 */
export async function recordWorker(input: RecordWorkerInput, context: Context): Promise<WorkerRow> {
  const { viewer, db, moment } = context;
  const staff = recordableStaff(viewer, input.employer);
  const name = textOf('name', input.name, { shortest: 1, longest: LONGEST.name });
  if (input.correcting) return correctName(context, { staff, name, correcting: input.correcting });
  const { key } = input;
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  const again = await findWorkerByEntryKey(db, staff.laCode, { by: viewer.subject, key });
  if (again) return again;
  const id = input.number ? registerNumber('number', input.number) : `STAFF-${randomUUID()}`;
  const recording = { version: 1, recordedBy: viewer.subject, recordedAt: moment.now, reason: null, entryKey: key };
  const worker = await addWorker(db, { laCode: staff.laCode, id, name, ...recording });
  if (!worker) throw new RecordFault('number', 'There is a record of this worker already. Use it.');
  tellOfStaff(context, { what: 'worker recorded', laCode: staff.laCode, id });
  return worker;
}

/**
 * A number of the regulator's register, written as it is there.
 *
 * @throws RecordFault when it cannot be one.
 */
export function registerNumber(field: string, number: string): string {
  const tidy = number.trim().toUpperCase();
  if (NUMBER.test(tidy)) return tidy;
  throw new RecordFault(
    field,
    'Enter the number in the regulator’s register: SW or XX, then up to ten letters and digits.',
  );
}

/** The reason of a correction. @throws RecordFault when it is too short or too long. */
export function reasonOf({ reason }: Pick<Correcting, 'reason'>): string {
  return textOf('correcting.reason', reason, { shortest: 3, longest: LONGEST.sentences });
}

/** @throws NotFoundError when a practice's manager is about to record of somebody who was never the practice's. */
export async function requireOwnWorker({ db }: Context, staff: Staff, workerId: string): Promise<void> {
  if (staff.employerKind === 'local-authority') return;
  const own = await findEmploymentsWith(db, staff, [workerId]);
  if (!own.some(({ laCode }) => laCode === staff.laCode)) throw new NotFoundError('There is no such worker.');
}

/** Tells the audit, and forgets what the request has loaded: what it asks next must know what was just recorded. */
export function tellOfStaff(context: Context, told: { what: string; laCode: string; id: string }): void {
  context.touched.change({ what: told.what, laCode: told.laCode, ids: [told.id], childIds: [] });
  for (const loader of Object.values(context.loaders)) if (loader instanceof DataLoader) loader.clearAll();
}

async function correctName(
  context: Context,
  { staff, name, correcting }: { staff: Staff; name: string; correcting: Correcting },
): Promise<WorkerRow> {
  const { viewer, db, moment } = context;
  const { laCode } = staff;
  const records = await findWorkersById(db, formsOf([correcting.id]));
  const own = records.filter((worker) => worker.laCode === laCode);
  const present = own.find((worker) => worker.id === correcting.id) ?? own.at(-1);
  if (!present) throw new NotFoundError('There is no such worker.');
  await requireOwnWorker(context, staff, present.id);
  const { id } = present;
  const recording = { recordedBy: viewer.subject, recordedAt: moment.now, reason: reasonOf(correcting) };
  const renamed = await renameWorker(db, { laCode, id, name, version: correcting.version, ...recording });
  if (!renamed) {
    const [now = present] = (await findWorkersById(db, [id])).filter((worker) => worker.laCode === laCode);
    throw new RecordChanged({ ...now, supersededAt: null, isWithdrawn: false });
  }
  tellOfStaff(context, { what: 'worker corrected', laCode, id });
  return renamed;
}
