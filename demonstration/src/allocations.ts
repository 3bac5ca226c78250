import { ageOnDay, birthday, YEAR, type Day } from './day.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

/** A child's time with the practice. */
export interface Allocation {
  readonly life: Life;
  readonly start: Day;
  /** The last day; null while it lasts. */
  readonly end: Day | null;
}

const MONTH = 30;

/**
 * Allocates children under a care order to the practice, and fills places month by month as they fall free.
 *
 * Nobody placed for adoption is allocated; whoever leaves care stays allocated for one more year, a care leaver until 21.
 */
export function drawAllocations(
  random: Random,
  lives: readonly Life[],
  { agreed, since, until }: { agreed: number; since: Day; until: Day },
): Allocation[] {
  const allocations: Allocation[] = [];
  const taken = new Set<Life>();
  for (let day = since; day <= until; day += MONTH) {
    const present = allocations.filter(({ end }) => end === null || end >= day).length;
    const eligible = lives.filter((life) => !taken.has(life) && isEligible(life, day));
    for (let place = present; place < agreed && eligible.length > 0; place += 1) {
      const [life] = eligible.splice(Math.floor(random.next() * eligible.length), 1);
      if (!life) break;
      taken.add(life);
      const end = responsibilityEnds(life);
      allocations.push({ life, start: day, end: end !== null && end <= until ? end : null });
    }
  }
  return allocations;
}

function responsibilityEnds({ leftOn, born }: Life): Day | null {
  if (leftOn === null) return null;
  return ageOnDay(born, leftOn) >= 17 ? birthday(born, 21) : leftOn + Math.floor(YEAR);
}

function isEligible(life: Life, on: Day): boolean {
  const episode = life.episodes.findLast(({ start }) => start <= on);
  if (!episode || (episode.end !== null && episode.end <= on)) return false;
  return ['C1', 'C2', 'V2'].includes(episode.legalStatus) && !episode.stay.type.startsWith('A');
}
