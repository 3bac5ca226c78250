import { toPlainDate, YEAR, type Day } from './day.ts';
import { staffedBy } from './establishment.ts';
import type { WorkforceRows } from './world-rows.ts';

type Employment = WorkforceRows['employments'][number];

/** Lets the first workers of a practice have come from the authority when its contract began, with a guarantee. */
export function addTransfer(
  rows: WorkforceRows,
  moved: { readonly laCode: string; readonly practiceId: string; readonly contractId: string; readonly since: Day },
): void {
  const { laCode, practiceId, contractId, since } = moved;
  const movedOn = toPlainDate(since);
  const movers = rows.employments
    .filter((row) => row.practiceId === practiceId && row.startedOn === movedOn && row.role === 'SOCIAL_WORKER')
    .filter(({ isAgency }) => !isAgency)
    .slice(0, 3);
  if (movers.length === 0) return;
  const id = `${laCode}.transfer-${practiceId}`;
  for (const row of movers) {
    Object.assign(row, { beganByTransfer: id, startOrigin: 'OTHER_AUTHORITY' });
    const before: Employment = {
      ...row,
      ...staffedBy({ laCode, practiceId: null }, `${row.workerId}.before`),
      engagement: 'EMPLOYEE',
      postId: null,
      startedOn: toPlainDate(since - Math.floor(2.5 * YEAR)),
      endedOn: toPlainDate(since - 1),
      startOrigin: 'NEWLY_QUALIFIED',
      beganByTransfer: null,
      leaverDestination: 'OTHER_SOCIAL_WORK',
      reasonForLeaving: 'OTHER',
      endedByTransfer: id,
    };
    rows.employments.push(before);
  }
  rows.transfers.push({
    ...staffedBy({ laCode, practiceId: null }, `transfer-${practiceId}`),
    toEmployerKind: 'practice',
    toEmployerId: practiceId,
    movedOn,
    transferReason: 'COMMISSIONING',
    guarantee: 'RETURN_AND_SAME_TERMS',
    guaranteeUntil: toPlainDate(since + Math.floor(5 * YEAR)),
    contractId,
    workerIds: movers.map(({ workerId }) => workerId),
  });
}
