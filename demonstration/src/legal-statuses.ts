import { ageOnDay, type Day } from './day.ts';
import type { Exit } from './exit.ts';
import type { Random } from './random.ts';

/** A legal status from a day on. */
export interface LegalStatusFrom {
  readonly start: Day;
  readonly status: string;
}

interface Course {
  readonly born: Day;
  readonly entry: Day;
  readonly exit: Exit;
  readonly isUnaccompanied: boolean;
}

/** Draws the legal statuses of a time in care: by agreement, or through protection and an interim order to a full one. */
export function drawLegalStatuses(random: Random, course: Course): LegalStatusFrom[] {
  const { born, entry, exit, isUnaccompanied } = course;
  if (isUnaccompanied) return [{ start: entry, status: 'V2' }];
  const first = random.weighted([
    ['V2', 46],
    ['C1', 40],
    ['L1', 8],
    ['L2', 4],
    ['J1', ageOnDay(born, entry) >= 12 ? 3 : 0],
  ] as const);
  const statuses: LegalStatusFrom[] = [{ start: entry, status: first }];
  const then = (start: number, status: string): void => {
    statuses.push({ start: Math.floor(start), status });
  };
  let day = entry;
  if (first === 'L1') then((day += random.between(1, 2)), random.chance(0.7) ? 'C1' : 'V2');
  if (first === 'L2') then((day += random.between(5, 15)), 'C1');
  if (statuses.at(-1)?.status === 'V2' && random.chance(exit.isAdoption ? 1 : 0.45))
    then((day += random.between(60, 260)), 'C1');
  if (statuses.at(-1)?.status === 'C1') {
    day += random.between(150, 290);
    then(day, exit.isAdoption ? 'E1' : 'C2');
  }
  return statuses.filter(({ start }) => start < exit.day);
}
