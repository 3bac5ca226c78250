import DataLoader from 'dataloader';
import { plainNumber, type PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import { mayCountCases } from './caseload.policy.ts';
import { casesOn, type Caseload } from './caseload.service.ts';

/** A worker on a day. */
export interface WorkerOnDay {
  readonly workerId: string;
  readonly on: PlainDate;
}

export type CaseloadLoader = DataLoader<WorkerOnDay, Caseload | null, string>;

/** The caseloads of workers: two statements for each day asked about. Null to viewers who may not count them. */
export function caseloadLoader(request: Request): CaseloadLoader {
  const load = async (asked: readonly WorkerOnDay[]): Promise<(Caseload | null)[]> => {
    if (!mayCountCases(request.viewer)) return asked.map(() => null);
    const found = new Map<string, Caseload>();
    for (const [on, ofDay] of Map.groupBy(asked, (one) => one.on)) {
      const workerIds = ofDay.map(({ workerId }) => workerId);
      const cases = await casesOn(request, { on, workerIds });
      request.touched.list('caseload', [], cases.length);
      const led = Map.groupBy(cases, ({ workerId }) => plainNumber(workerId ?? ''));
      for (const workerId of workerIds) {
        found.set(keyOf({ workerId, on }), { on, workerId, cases: led.get(plainNumber(workerId)) ?? [] });
      }
    }
    return asked.map((one) => found.get(keyOf(one)) ?? null);
  };
  return new DataLoader<WorkerOnDay, Caseload | null, string>(load, { cacheKeyFn: keyOf });
}

function keyOf({ workerId, on }: WorkerOnDay): string {
  return `${workerId} ${on}`;
}
