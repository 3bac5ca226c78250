import { ageOnDay, type Day } from './day.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

/** A row of the return's table Reviews, in days. */
export interface Review {
  readonly day: Day;
  readonly participation: string;
}

const participations = [
  ['PN1', 46],
  ['PN2', 4],
  ['PN3', 3],
  ['PN4', 3],
  ['PN5', 12],
  ['PN6', 25],
  ['PN7', 7],
] as const;

/** Draws a child's reviews: within 20 working days, then three months, then every six; one in fourteen late. */
export function drawReviews(random: Random, life: Life, until: Day): Review[] {
  const entry = life.episodes[0]?.start;
  if (entry === undefined) return [];
  const end = Math.min(life.leftOn ?? until, until);
  const reviews: Review[] = [];
  let day = entry + random.between(14, 27) + late(random);
  for (let number = 1; day < end; number += 1) {
    const participation = ageOnDay(life.born, day) < 4 ? 'PN0' : random.weighted(participations);
    reviews.push({ day, participation });
    day += (number === 1 ? random.between(70, 90) : random.between(150, 181)) + late(random);
  }
  return reviews;
}

function late(random: Random): number {
  return random.chance(0.07) ? random.between(3, 40) : 0;
}
