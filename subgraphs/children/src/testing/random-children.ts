import { addDays, plainDate, type PlainDate } from '@mainstay/primitives';
import { aChild, type ChildOfTest, type PlacementOfTest, type Span } from './a-child.ts';

/** A source of chance that gives the same values for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** True in `share` of the cases. */
  happens(share: number): boolean;
  /** One of these. */
  oneOf<T>(values: readonly [T, ...T[]]): T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    happens: (share) => next() < share,
    oneOf: (values) => values[whole(0, values.length - 1)] ?? values[0],
  };
}

/** The last day any record of a random child is about. */
const END = plainDate('2026-03-31');

/** Lengths that stand at the edges of the definitions, among ordinary ones. */
const lengths = [0, 1, 2, 20, 45, 90, 182, 364, 365, 366, 729, 730, 731, 912, 913, 914, 1_100] as const;

/** Children whose records stand at the edges of the definitions far more often than chance would have it. */
export function randomChildren(seed: number, count: number, las: readonly [string, ...string[]]): ChildOfTest[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => randomChild(chance, chance.oneOf(las), `R${seed}-${index}`));
}

function randomChild(chance: Chance, la: string, localId: string): ChildOfTest {
  const born = plainDate(addDays(plainDate('2003-01-01'), chance.whole(0, 8_000)));
  const care = randomCare(chance, later(born, addDays(plainDate('2019-01-01'), chance.whole(0, 2_600))));
  const breaks = chance.happens(0.1)
    ? [{ from: addDays(born, 3), to: care[0] ? earlier(addDays(born, 40), care[0].from) : null }]
    : [];
  return aChild({
    la,
    localId,
    born,
    care,
    breaks: breaks.filter(({ from, to }) => to === null || from < to),
    placements: care.flatMap((span) => randomPlacements(chance, span)),
    workers: randomWorkers(chance),
    reviews: Array.from({ length: chance.whole(0, 6) }, () => ({
      on: later(born, addDays(plainDate('2021-03-30'), chance.whole(0, 1_830))),
      code: `PN${chance.whole(0, 7)}`,
    })),
    leaver: [2023, 2024, 2025, 2026]
      .filter(() => chance.happens(0.4))
      .map((year) => ({
        year,
        inTouch: chance.oneOf(['YES', 'YES', 'YES', 'NO', 'DIED', 'RHOM', 'REFU', 'NREQ']),
        activity: chance.oneOf(['F1', 'F2', 'P2', 'P5', 'G4', 'G5', '0', null]),
      })),
    ...randomFurther(chanceOf(seedOf(localId)), care),
    allocations: randomAllocations(chance),
  });
}

/** From chances of its own, so that what was drawn before stays as it was. */
function randomFurther(chance: Chance, care: ChildOfTest['care']): Pick<ChildOfTest, 'outcomes' | 'missing'> {
  const answer = (): boolean | null => chance.oneOf([true, true, false, null]);
  return {
    outcomes: [2022, 2023, 2024, 2025, 2026]
      .filter(() => chance.happens(0.7))
      .map((year) => ({
        year,
        sdq: chance.oneOf([null, 0, 13, 14, 16, 17, 40]),
        convicted: answer(),
        developmentChecked: answer(),
        immunised: answer(),
        teethChecked: answer(),
        healthAssessed: answer(),
        misuse: answer(),
      })),
    missing: care
      .filter(() => chance.happens(0.3))
      .map(({ from }) => {
        const since = addDays(plainDate(from), chance.oneOf([...lengths]));
        const to = chance.happens(0.2) ? null : addDays(since, chance.oneOf([0, 1, 3, 40]));
        return { kind: chance.oneOf(['M', 'M', 'A']), from: since, to };
      }),
  };
}

/** A seed that follows from a name. */
function seedOf(name: string): number {
  let seed = 7;
  for (const letter of name) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}

function randomCare(chance: Chance, start: PlainDate): ChildOfTest['care'] {
  const spans: { from: PlainDate; to: PlainDate | null; isStartKnown: boolean }[] = [];
  let from = start;
  while (from <= END && spans.length < 3 && chance.happens(0.9)) {
    const to = chance.happens(0.6) ? null : addDays(from, chance.oneOf([...lengths]) + 1);
    spans.push({ from, to, isStartKnown: spans.length > 0 || chance.happens(0.7) });
    if (to === null) break;
    from = addDays(to, chance.whole(1, 200));
  }
  return spans;
}

function randomPlacements(chance: Chance, care: Span): PlacementOfTest[] {
  const placements: PlacementOfTest[] = [];
  const until = care.to ? plainDate(care.to) : null;
  let from = plainDate(care.from);
  let carerSince = from;
  for (;;) {
    const end = addDays(from, chance.oneOf([...lengths]));
    const isLast = end >= (until ?? addDays(END, 60)) || chance.happens(0.15);
    const to = isLast ? until : end;
    placements.push({
      ...randomPlace(chance),
      from,
      to,
      carerSince,
      isCarerSinceKnown: placements.length > 0 || chance.happens(0.6),
    });
    if (chance.happens(0.15)) placements.push(randomInterruption(chance, from, to, carerSince));
    if (isLast || to === null) return placements;
    from = to;
    if (!chance.happens(0.25)) carerSince = from;
  }
}

function randomPlace(chance: Chance): Pick<PlacementOfTest, 'type' | 'miles' | 'isInside'> {
  return {
    type: chance.oneOf(['U1', 'U4', 'U4', 'U6', 'K2', 'P1', 'A3', 'A5', 'A6']),
    miles: chance.oneOf([null, 0.3, 7.5, 19.9, 20, 20.1, 20.1, 64]),
    isInside: chance.oneOf([null, true, false, false]),
  };
}

/** A temporary placement within another, which goes on meanwhile. */
function randomInterruption(
  chance: Chance,
  from: PlainDate,
  to: PlainDate | null,
  carerSince: PlainDate,
): PlacementOfTest {
  const away = addDays(from, chance.whole(0, 30));
  const start = to !== null && away > to ? to : away;
  const back = addDays(start, chance.whole(1, 400));
  const end = to !== null && back > to ? to : back;
  return { ...randomPlace(chance), type: chance.oneOf(['T0', 'T1', 'T4', 'Z11']), from: start, to: end, carerSince };
}

function randomWorkers(chance: Chance): ChildOfTest['workers'] {
  return Array.from({ length: chance.whole(0, 5) }, () => {
    const from = addDays(plainDate('2022-03-30'), chance.whole(0, 1_460));
    const to = chance.happens(0.3) ? null : addDays(from, chance.oneOf([...lengths]));
    return { id: `SW10000${chance.whole(1, 4)}`, from, to };
  });
}

/** With one practice, then perhaps with another, some of them until today or yesterday. */
function randomAllocations(chance: Chance): ChildOfTest['allocations'] {
  if (chance.happens(0.4)) return [];
  const from = addDays(plainDate('2022-01-01'), chance.whole(0, 1_500));
  const practice = chance.oneOf(['harbour', 'orchard']);
  if (chance.happens(0.75)) return [{ practice, from }];
  const to = chance.happens(0.2) ? plainDate('2026-11-22') : addDays(from, chance.whole(0, 900));
  const isMoved = chance.happens(0.5);
  const next = { practice: practice === 'harbour' ? 'orchard' : 'harbour', from: addDays(to, 1) };
  return [{ practice, from, to }, ...(isMoved ? [next] : [])];
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}

function earlier(one: PlainDate, other: string): string {
  return one < other ? one : other;
}
