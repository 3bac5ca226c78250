import type { PlainDate } from '@mainstay/primitives';
import { nothing, RecordChanged, RecordFault, laterDay } from '@mainstay/subgraph-kit/record';
import { NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { EmployerInput, Staff } from '../../record/staff-record-row.ts';
import { recordableStaff } from '../../record/staff-recorder.ts';
import { isWorkerOnRecord, numberOnRecord } from '../worker/worker.repository.ts';
import { reasonOf, registerNumber, requireOwnWorker, tellOfStaff } from '../worker/worker.service.ts';
import type { RegistrationRow, RegistrationStatus } from './registration.entity.ts';
import { registrationId, registrationStore } from './registration.store.ts';

/** A registration: `RecordRegistrationInput` of the graph. */
export interface RecordRegistrationInput {
  readonly employer: EmployerInput;
  readonly key: string;
  readonly correcting?: { readonly version: number; readonly reason: string } | null;
  readonly workerId: string;
  readonly status: RegistrationStatus;
  readonly statusSince?: string | null;
  readonly registeredOn: string;
  readonly expiresOn: string;
}

type RegistrationFacts = Pick<RegistrationRow, 'status' | 'statusSince' | 'registeredOn' | 'expiresOn'>;

const LONGEST_KEY = 100;

/**
 * Records a worker's registration, or a renewal or correction of it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff` and
 * `requireOwnWorker`.
 */
export async function recordRegistration(input: RecordRegistrationInput, context: Context): Promise<RegistrationRow> {
  const { viewer, db, moment } = context;
  const staff = recordableStaff(viewer, input.employer);
  const facts = factsOf(input, moment.today);
  const given = { laCode: staff.laCode, id: registerNumber('workerId', input.workerId) };
  const workerId = await numberOnRecord(db, given);
  if (!(await isWorkerOnRecord(db, { laCode: staff.laCode, id: workerId }))) {
    throw new RecordFault('workerId', 'There is no record of this worker. Record the worker first.');
  }
  await requireOwnWorker(context, staff, workerId);
  const id = registrationId(staff.laCode, workerId);
  const fact = { laCode: staff.laCode, id, workerId, ...facts };
  const { correcting } = input;
  if (!correcting) return addRegistration(context, { staff, fact, key: input.key });
  const recording = { by: viewer.subject, at: moment.now, entryKey: null };
  const based = { id, version: correcting.version, reason: reasonOf(correcting) };
  const row = await registrationStore.replace(db, based, { fact, isWithdrawn: false, recording });
  if (!row) {
    const present = await registrationStore.find(db, id);
    if (!present) throw new NotFoundError('There is no such registration.');
    throw new RecordChanged(present);
  }
  tellOfStaff(context, { what: 'registration renewed or corrected', laCode: staff.laCode, id });
  return row;
}

async function addRegistration(
  context: Context,
  adding: { staff: Staff; fact: RegistrationFacts & { laCode: string; id: string; workerId: string }; key: string },
): Promise<RegistrationRow> {
  const { viewer, db, moment } = context;
  const { staff, fact, key } = adding;
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  const recording = { by: viewer.subject, at: moment.now, entryKey: key };
  const again = await registrationStore.findByEntryKey(db, staff.laCode, recording);
  if (again?.id === fact.id) return again;
  if (again) throw new RecordFault('key', 'The key is that of another entry. Give the entry a key of its own.');
  if (await registrationStore.find(db, fact.id)) {
    throw new RecordFault('workerId', 'The worker’s registration is on record. Renew or correct it.');
  }
  const row = await registrationStore.add(db, fact, recording);
  tellOfStaff(context, { what: 'registration recorded', laCode: staff.laCode, id: fact.id });
  return row;
}

function factsOf(input: RecordRegistrationInput, today: PlainDate): RegistrationFacts {
  const { status } = input;
  const registeredOn = laterDay('registeredOn', input.registeredOn, { since: EARLIEST, today }) ?? today;
  const expiresOn = laterDay('expiresOn', input.expiresOn, { since: registeredOn }) ?? registeredOn;
  const statusSince =
    status === 'REGISTERED'
      ? nothing('statusSince', input.statusSince, 'A registration in force has been since it began. Leave the day out.')
      : laterDay('statusSince', input.statusSince, { since: registeredOn, today });
  return { status, statusSince, registeredOn, expiresOn };
}

/** No register of social workers is older. */
const EARLIEST = '1900-01-01' as PlainDate;
