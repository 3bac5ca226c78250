import { ageOnDay, YEAR, type Day } from './day.ts';
import type { Exit } from './exit.ts';
import type { Places } from './postcodes.ts';
import type { Random } from './random.ts';

/** A stay in one placement, as the return describes it. */
export interface Stay {
  readonly start: Day;
  readonly type: string;
  readonly provider: string;
  readonly urn: string;
  readonly postcode: string;
  /** True when the carers are those of the stay before. */
  readonly isSameCarer: boolean;
  /** Why the stay before ended: `REASON_PLACE_CHANGE`. */
  readonly reason: string;
}

interface Course {
  readonly born: Day;
  readonly entry: Day;
  readonly exit: Exit;
  readonly isUnaccompanied: boolean;
  /** True when the child is, or comes to be, looked after by agreement: not at home with a parent then. */
  readonly isByAgreement: (from: Day) => boolean;
  readonly places: Places;
}

/** Moves a year: most children move seldom, a few often. Set so that a tenth have three placements in a year. */
const moveRates = [
  [0.07, 64],
  [0.4, 23],
  [2.2, 13],
] as const;
const moveReasons = [
  ['CARPL', 42],
  ['OTHER', 28],
  ['CREQB', 11],
  ['CREQO', 9],
  ['CHILD', 4],
  ['LAREQ', 3],
  ['CLOSE', 1],
  ['ALLEG', 1],
  ['STAND', 1],
] as const;
/** Temporary stays a year. */
const TEMPORARY = 0.05;
/** Changes a year in the standing of a placement with the same carers. */
const SAME_CARER = 0.06;

/** Draws where a child lives from entry to exit. */
export function drawStays(random: Random, course: Course): Stay[] {
  const { entry, exit } = course;
  const stays = [drawStay(random, course, entry)];
  const rate = random.weighted(moveRates);
  const matched = exit.isAdoption ? exit.day - random.between(150, 330) : exit.day;
  let day = entry;
  for (;;) {
    const isEarly = day < entry + 100;
    const move = random.waiting(YEAR / (rate * (isEarly ? 1.8 : 1)));
    const change = random.waiting(YEAR / SAME_CARER);
    const absence = random.waiting(YEAR / TEMPORARY);
    day = Math.floor(day + 2 + Math.min(move, change, absence));
    if (day >= matched - 2) break;
    const before = stays.at(-1);
    if (!before) break;
    if (move <= change && move <= absence) stays.push(drawStay(random, course, day));
    else if (change <= absence) stays.push(...settle(before, day));
    else day = pushAbsence(random, stays, day, matched);
  }
  if (exit.isAdoption && matched > (stays.at(-1)?.start ?? entry)) stays.push(adoptiveStay(random, course, matched));
  return stays;
}

function drawStay(random: Random, { born, isUnaccompanied, isByAgreement, places }: Course, start: Day): Stay {
  const age = ageOnDay(born, start);
  const type = random.weighted([
    ['U6', isUnaccompanied ? 34 : 44],
    ['U4', age >= 5 ? 12 : 4],
    ['U3', isUnaccompanied ? 0 : 13],
    ['U1', isUnaccompanied ? 0 : 6],
    ['P1', isUnaccompanied || isByAgreement(start) ? 0 : 6],
    ['K2', age >= 8 ? 18 : 0],
    ['K3', age >= 16 ? (isUnaccompanied ? 66 : 34) : 0],
    ['R3', age < 2 ? 4 : 0],
    ['R2', 0.6],
  ] as const);
  const place = places.placement(random);
  const drawn = providerOf(random, type);
  // An authority's own homes lie within it; its carers may live anywhere.
  const provider = drawn === 'PR1' && !type.startsWith('U') && !places.isWithin(place) ? 'PR4' : drawn;
  return {
    start,
    type,
    provider,
    urn: ['P1', 'R2'].includes(type)
      ? ''
      : places.settings.number({ type, provider, place, agency: drawAgency(random) }),
    postcode: place?.postcode ?? '',
    isSameCarer: false,
    reason: random.weighted(moveReasons),
  };
}

/** A foster placement is made long-term: the same carers, another type. */
function settle(before: Stay, start: Day): Stay[] {
  const types: Record<string, string> = { U6: 'U4', U3: 'U1' };
  const type = types[before.type];
  return type ? [{ ...before, start, type, isSameCarer: true, reason: 'PLACE' }] : [];
}

function pushAbsence(random: Random, stays: Stay[], start: Day, until: Day): Day {
  const before = stays.at(-1);
  if (!before) return start;
  const type = random.weighted([
    ['T3', 50],
    ['T1', 30],
    ['T4', 20],
  ] as const);
  const back = start + random.between(2, type === 'T4' ? 6 : 14);
  if (back >= until - 2) return start;
  // No reason is given for a temporary stay, nor for coming back from one.
  stays.push({ ...before, start, type, provider: '', urn: '', isSameCarer: false, reason: '' });
  stays.push({ ...before, start: back, isSameCarer: false, reason: '' });
  return back;
}

function adoptiveStay(random: Random, course: Course, start: Day): Stay {
  const { places } = course;
  const place = places.placement(random);
  const key = { type: 'A6', provider: 'PR1', place, agency: random.between(1, 2) };
  return {
    start,
    type: key.type,
    provider: key.provider,
    urn: places.settings.number(key),
    postcode: place?.postcode ?? '',
    isSameCarer: false,
    reason: 'CARPL',
  };
}

function providerOf(random: Random, type: string): string {
  if (type === 'P1') return 'PR0';
  if (type === 'R2') return 'PR3';
  const shares = type.startsWith('U') ? [58, 37, 5] : type === 'K2' ? [18, 76, 6] : [10, 80, 10];
  const [own = 1, isPrivate = 1, voluntary = 1] = shares;
  return random.weighted([
    ['PR1', own],
    ['PR4', isPrivate],
    ['PR5', voluntary],
  ] as const);
}

/** Two agencies find carers for half of the children. */
function drawAgency(random: Random): number {
  return random.chance(0.5) ? random.between(1, 2) : random.between(3, 9);
}
