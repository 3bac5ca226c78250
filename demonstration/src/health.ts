import { ageOnDay, yearDays } from './day.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

/** The cells of the return's table OC2 after the date of birth. */
export function drawHealth(random: Random, life: Life, year: number): (string | number)[] {
  const { from, to } = yearDays(year);
  const [atStart, atEnd] = [ageOnDay(life.born, from), ageOnDay(life.born, to)];
  const flag = (probability: number): 0 | 1 => (random.chance(probability) ? 1 : 0);
  // Asked of whoever was 4 to 16 at some time of the year, those who turned 4 or 17 among them.
  const isScored = atEnd >= 4 && atStart < 17;
  const hasScore = isScored && random.chance(0.8);
  const misuse = atEnd >= 11 ? flag(0.05) : 0;
  const received = misuse === 1 ? flag(0.42) : '';
  return [
    hasScore ? drawScore(random) : '',
    isScored && !hasScore ? random.pick(['SDQ2', 'SDQ4', 'SDQ5']) : '',
    atEnd >= 10 ? flag(0.02) : '',
    atEnd < 5 ? flag(0.88) : '',
    flag(0.84),
    flag(0.81),
    flag(0.9),
    misuse,
    received,
    received === 0 ? flag(0.74) : '',
  ];
}

/** Strengths and difficulties: 45 % normal (0–13), 13 % borderline (14–16), 42 % a cause for concern (17–40). */
function drawScore(random: Random): number {
  const [low, high] = random.weighted([
    [[2, 13], 45],
    [[14, 16], 13],
    [[17, 32], 42],
  ] as const);
  return random.between(low, high);
}
