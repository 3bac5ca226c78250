import { ageOnDay, birthday, yearDays } from './day.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

const education = [
  ['F2', 44],
  ['F1', 12],
  ['F5', 28],
  ['F4', 8],
  ['P2', 4],
  ['P5', 4],
] as const;
const neither = [
  ['G5', 62],
  ['G4', 28],
  ['G6', 10],
] as const;
const homes = [
  ['U1', 34],
  ['D1', 26],
  ['B1', 14],
  ['T1', 8],
  ['E1', 5],
  ['K1', 4],
  ['Y1', 3],
  ['X2', 2],
  ['S2', 1],
  ['V2', 1],
  ['W2', 1],
] as const;

/** The cells of the return's table OC3 after the date of birth, or null when the young person is not a care leaver of that year. */
export function drawCareLeaver(random: Random, life: Life, year: number): [string, string, string] | null {
  const { to } = yearDays(year);
  const age = ageOnDay(life.born, to);
  if (age < 17 || age > 21 || life.leftOn === null || life.leftOn >= birthday(life.born, age)) return null;
  const wasLongEnough = life.leftOn - (life.episodes[0]?.start ?? life.leftOn) >= 91;
  const isEligible =
    wasLongEnough &&
    ageOnDay(life.born, life.leftOn) >= 16 &&
    !['E2', 'E3'].includes(life.episodes.at(-1)?.reasonEnded ?? '');
  if (!isEligible) return null;
  const touch = random.weighted([
    ['YES', 92],
    ['NO', 4],
    ['REFU', 2],
    ['RHOM', 1],
    ['NREQ', 1],
  ] as const);
  if (touch === 'RHOM' || (touch === 'NO' && random.chance(0.9))) return [touch, '0', '0'];
  const isActive = random.chance(age <= 18 ? 0.67 : 0.58);
  const stays = age >= 18 && age < 21 && life.episodes.at(-1)?.reasonEnded === 'E17' && random.chance(0.7);
  return [
    touch,
    isActive ? random.weighted(education) : random.weighted(neither),
    stays ? 'Z1' : random.weighted(homes),
  ];
}
