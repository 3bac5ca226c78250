import { YEAR, type Day } from './day.ts';
import type { Random } from './random.ts';
import type { CaseHolder } from './staff.ts';

/** A row of the return's table SWEpisodes, in days. */
export interface SocialWorkerSpell {
  readonly workerId: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly reason: string;
}

/** A time in which one employer's workers are responsible for the child. */
export interface Responsibility {
  readonly from: Day;
  readonly to: Day | null;
  readonly staff: readonly CaseHolder[];
  /** Changes of worker a year that are not due to a worker's leaving. */
  readonly changes: number;
}

const reasons = [
  ['TSPROC', 42],
  ['MANAGE', 30],
  ['ORGRST', 9],
  ['ABSENC', 11],
  ['CHCHAN', 2],
  ['PCCHAN', 3],
  ['OTHERS', 3],
] as const;

/** Draws who works with a child: one after another, sometimes with days between them. */
export function drawSocialWorkers(
  random: Random,
  responsibilities: readonly Responsibility[],
  horizon: Day,
): SocialWorkerSpell[] {
  const spells: SocialWorkerSpell[] = [];
  for (const { from, to, staff, changes } of responsibilities) {
    let reason = spells.length === 0 ? 'FCONTA' : 'TSPROC';
    let day = from;
    while (day < (to ?? horizon)) {
      const worker = choose(random, staff, day, spells.at(-1)?.workerId);
      if (!worker) break;
      const change = Math.floor(day + 5 + random.waiting(YEAR / changes));
      const end = Math.min(change, worker.end ?? Infinity, to ?? Infinity);
      spells.push({ workerId: worker.id, start: day, end: end > horizon ? null : end, reason });
      if (end > horizon) break;
      reason = worker.end === end ? 'LEFTRL' : random.weighted(reasons);
      day = end + (random.chance(0.05) ? random.between(3, 24) : 0);
    }
  }
  return spells;
}

function choose(random: Random, staff: readonly CaseHolder[], on: Day, except: string | undefined): CaseHolder | null {
  const present = staff.filter(({ id, start, end }) => id !== except && start <= on && (end === null || end > on + 3));
  return present.length > 0 ? random.pick(present) : null;
}
