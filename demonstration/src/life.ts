import { ageOnDay, birthday, YEAR, type Day } from './day.ts';
import { buildCare, type Episode } from './care.ts';
import type { Places } from './postcodes.ts';
import type { Random } from './random.ts';

/** A made-up child, with everything the return asks about. */
export interface Life {
  readonly localId: string;
  readonly born: Day;
  readonly sex: 'M' | 'F';
  readonly ethnicity: string;
  /** The pupil number, from when the child goes to school; or the code for why there is none. */
  readonly upn: string;
  readonly isUnaccompanied: boolean;
  readonly episodes: readonly Episode[];
  /** The day the child was last looked after; null while the child is. */
  readonly leftOn: Day | null;
}

const ethnicities = [
  ['WBRI', 68],
  ['WOTH', 4],
  ['WROM', 1],
  ['MWBC', 4],
  ['MWBA', 1],
  ['MWAS', 2],
  ['MOTH', 3],
  ['APKN', 2],
  ['AIND', 1],
  ['ABAN', 1],
  ['AOTH', 3],
  ['BAFR', 4],
  ['BCRB', 2],
  ['BOTH', 2],
  ['OOTH', 4],
  ['NOBT', 1],
] as const;

/** Ages at entry, from and to, and how common they are. */
const entryAges: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 0], 20],
  [[1, 4], 18],
  [[5, 9], 18],
  [[10, 15], 28],
  [[16, 17], 16],
];

/** One in fourteen who come into care is an unaccompanied asylum-seeking child. */
const UNACCOMPANIED = 0.07;

/** Draws a child who comes into care on a day. */
export function drawLife(random: Random, entry: Day, serial: number, places: Places): Life {
  const isUnaccompanied = random.chance(UNACCOMPANIED);
  const born = isUnaccompanied ? entry - Math.floor((15.5 + random.next() * 2.3) * YEAR) : drawBirth(random, entry);
  const sex = random.chance(isUnaccompanied ? 0.95 : 0.55) ? 'M' : 'F';
  const episodes = buildCare({ random, born, entry, isUnaccompanied, places });
  return {
    localId: String(100_000 + serial),
    born,
    sex,
    ethnicity: isUnaccompanied ? random.pick(['AOTH', 'BAFR', 'OOTH', 'WOTH']) : random.weighted(ethnicities),
    upn: drawUpn(ageOnDay(born, entry) >= 4 ? random : random.fork(`pupil number ${serial}`), isUnaccompanied),
    isUnaccompanied,
    episodes,
    leftOn: episodes.at(-1)?.end ?? null,
  };
}

function drawBirth(random: Random, entry: Day): Day {
  const [youngest, oldest] = random.weighted(entryAges);
  const born = entry - Math.floor((youngest + random.next() * (oldest - youngest + 1)) * YEAR);
  // Nobody starts to be looked after on the last days before 18.
  return birthday(born, 18) <= entry + 30 ? born + 365 : Math.min(born, entry - 3);
}

const WEIGHTS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A unique pupil number with its check letter, or the code for why there is none. */
function drawUpn(random: Random, isUnaccompanied: boolean): string {
  return isUnaccompanied && random.chance(0.6) ? 'UN2' : upn(random);
}

function upn(random: Random): string {
  const digits = `8${String(random.between(0, 99)).padStart(2, '0')}${String(random.between(0, 999_999_999)).padStart(9, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${WEIGHTS[sum % 23] ?? 'A'}${digits}`;
}
