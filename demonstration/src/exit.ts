import { ageOnDay, birthday, type Day } from './day.ts';
import type { Random } from './random.ts';

/** How a time in care ends. */
export interface Exit {
  readonly day: Day;
  /** `REC` of the last episode. */
  readonly reason: string;
  readonly isAdoption: boolean;
}

interface Beginning {
  readonly born: Day;
  readonly entry: Day;
  readonly isUnaccompanied: boolean;
}

const homeReasons = [
  ['E4A', 62],
  ['E4B', 18],
  ['E13', 12],
  ['E41', 8],
] as const;
const permanenceReasons = [
  ['E4A', 40],
  ['E45', 22],
  ['E46', 4],
  ['E47', 14],
  ['E48', 2],
  ['E41', 12],
  ['E13', 6],
] as const;
const eighteenReasons = [
  ['E17', 30],
  ['E5', 34],
  ['E6', 16],
  ['E7', 5],
  ['E8', 15],
] as const;

/** Draws when and why a child leaves care: a third soon, some by adoption, many at eighteen. */
export function drawExit(random: Random, { born, entry, isUnaccompanied }: Beginning): Exit {
  const eighteen = birthday(born, 18);
  const grownUp: Exit = { day: eighteen, reason: random.weighted(eighteenReasons), isAdoption: false };
  if (isUnaccompanied) return grownUp;
  const age = ageOnDay(born, entry);
  const way = random.weighted([
    ['soon', age >= 15 ? 35 : 34],
    ['permanence', age >= 15 ? 8 : 28],
    ['adoption', age < 4 ? 26 : 0],
    ['grown-up', age >= 15 ? 57 : 26],
  ] as const);
  const ends: Record<typeof way, () => Exit> = {
    soon: () => leave(entry + 3 + random.waiting(80), random.weighted(homeReasons)),
    permanence: () => leave(entry + 60 + random.waiting(480), random.weighted(permanenceReasons)),
    adoption: () => ({
      day: Math.floor(entry + 430 + random.waiting(270)),
      reason: random.chance(0.55) ? 'E12' : 'E11',
      isAdoption: true,
    }),
    'grown-up': () =>
      random.chance(0.3) ? leave(entry + 200 + random.waiting(1_900), random.weighted(permanenceReasons)) : grownUp,
  };
  const exit = ends[way]();
  return exit.day < eighteen ? exit : grownUp;
}

function leave(day: number, reason: string): Exit {
  return { day: Math.floor(day), reason, isAdoption: false };
}
