import { randomUUID } from 'node:crypto';
import { addDays, type PlainDate } from '@mainstay/primitives';
import { laterDay, needed, nothing, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { EmployerInput, Staff, StaffFactsOf } from '../../record/staff-record-row.ts';
import { existingDay } from '../employment/employment.facts.ts';
import { findEmploymentsWith, holdStaff } from '../employment/employment.repository.ts';
import { tellOfStaff } from '../worker/worker.service.ts';
import type { EmploymentGuarantee, TransferReason, TransferRow } from './transfer.entity.ts';
import { movableOf, moved, requireRoom } from './transfer.moves.ts';
import { movableStaff } from './transfer.policy.ts';
import { writeEmployments } from './transfer.repository.ts';
import { transferStore } from './transfer.store.ts';

/** A move of staff: `TransferStaffInput` of the graph. */
export interface TransferStaffInput {
  readonly from: EmployerInput;
  readonly to: EmployerInput;
  readonly key: string;
  readonly on: string;
  readonly workerIds: readonly string[];
  readonly reason: TransferReason;
  readonly guarantee: EmploymentGuarantee;
  readonly guaranteeUntil?: string | null;
  readonly contractId?: string | null;
}

const MOST_WORKERS = 200;
const LONGEST_KEY = 100;
const CONTRACT = /^[A-Za-z0-9._:-]{1,100}$/;

/**
 * Moves staff from an employer to another, all or none. The same key again changes nothing and answers the move.
 *
 * @throws RecordFault: see `orFailure`; ForbiddenError, NotFoundError: see `movableStaff`.
 */
export async function transferStaff(input: TransferStaffInput, context: Context): Promise<TransferRow> {
  const { db, viewer, moment } = context;
  const [from, to] = [movableStaff(viewer, input.from), movableStaff(viewer, input.to)];
  const facts = factsOf(input, { from, to });
  const recording = { by: viewer.subject, at: moment.now, entryKey: input.key };
  // Always in one order, so that two who move staff to and fro do not wait for each other.
  for (const staff of [from, to].toSorted((one, other) => (one.employerId < other.employerId ? -1 : 1))) {
    await holdStaff(db, staff);
  }
  const again = await transferStore.findByEntryKey(db, from.laCode, recording);
  if (again) return again;
  const lastDay = addDays(facts.movedOn, -1);
  const before = await findEmploymentsWith(db, from, facts.workerIds);
  const moving = movableOf(before, { laCode: from.laCode, workerIds: facts.workerIds, lastDay });
  const transfer = await transferStore.add(db, from, facts, recording);
  const made = { transferId: transfer.id, lastDay, by: viewer.subject, at: moment.now, newId: () => randomUUID() };
  const written = moved(moving, { ...made, to });
  const there = await findEmploymentsWith(db, to, facts.workerIds);
  requireRoom(there, written.added, facts.workerIds);
  await writeEmployments(db, written);
  tellOfStaff(context, { what: 'staff moved to another employer', laCode: from.laCode, id: transfer.id });
  return transfer;
}

function factsOf(input: TransferStaffInput, { from, to }: { from: Staff; to: Staff }): StaffFactsOf<TransferRow> {
  if (from.laCode !== to.laCode || (from.employerKind === to.employerKind && from.employerId === to.employerId)) {
    throw new RecordFault('to', 'Choose another employer who works for the same authority.');
  }
  if (input.key.length === 0 || input.key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  const workerIds = [...new Set(input.workerIds)];
  if (workerIds.length === 0 || workerIds.length > MOST_WORKERS) {
    throw new RecordFault('workerIds', `Choose 1 to ${MOST_WORKERS} workers.`);
  }
  const movedOn = existingDay('on', input.on);
  const contractId = input.contractId ?? null;
  if (contractId !== null && !CONTRACT.test(contractId)) {
    throw new RecordFault('contractId', 'This names no contract. Choose one, or leave it out.');
  }
  return {
    toEmployerKind: to.employerKind,
    toEmployerId: to.employerId,
    movedOn,
    transferReason: input.reason,
    guarantee: input.guarantee,
    guaranteeUntil: guaranteeEnd(input, movedOn),
    contractId,
    workerIds,
  };
}

function guaranteeEnd({ guarantee, guaranteeUntil }: TransferStaffInput, since: PlainDate): PlainDate | null {
  if (guarantee === 'NONE') {
    return nothing(
      'guaranteeUntil',
      guaranteeUntil,
      'Nothing is guaranteed. Choose a guarantee, or leave the day out.',
    );
  }
  const day = needed('guaranteeUntil', guaranteeUntil, 'Say until when the guarantee holds.');
  return laterDay('guaranteeUntil', day, { since });
}
