import fc from 'fast-check';
import { addDays, isWorkingDay, plainDate, type PlainDate } from '@mainstay/primitives';
import type { CareOfChild, DoneOn, DutyFacts, PlacementOfChild } from '../duties/duty-facts.ts';

/** A duty as the second account tells it. */
export interface NaiveDuty {
  readonly kind: 'VISIT' | 'REVIEW' | 'HEALTH_ASSESSMENT' | 'CARE_PLAN';
  readonly since: PlainDate;
  readonly dueOn: PlainDate;
  readonly metOn: PlainDate | null;
}

const START = plainDate('2021-01-01');
/** The last day a life of a test knows of. */
const END = plainDate('2031-01-01');

const dayIn = (from: PlainDate, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
const doneIn = (name: string, most: number): fc.Arbitrary<DoneOn[]> =>
  fc
    .uniqueArray(dayIn(START, 1_820), { maxLength: most })
    .map((days) => days.toSorted().map((on, index) => ({ on, id: `${name}${index}` })));

/** Lives with two times in care at most, placements of every kind, and what was done at random. */
export const aLife: fc.Arbitrary<DutyFacts> = fc
  .record({
    born: dayIn(plainDate('2012-01-01'), 3_000),
    careFrom: dayIn(START, 500),
    careDays: fc.option(fc.integer({ min: 1, max: 1_200 })),
    backAfter: fc.option(fc.integer({ min: 1, max: 90 })),
    isStartKnown: fc.boolean(),
    lengths: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
    types: fc.array(fc.constantFrom('U6', 'U4', 'P1', 'P1', 'K2'), { minLength: 5, maxLength: 5 }),
    flags: fc.array(fc.constantFrom('none', 'none', 'none', 'assessment', 'approval'), { minLength: 5, maxLength: 5 }),
    orders: fc.array(fc.tuple(fc.constantFrom('C1', 'C2', 'V2'), fc.integer({ min: 1, max: 500 })), {
      minLength: 1,
      maxLength: 4,
    }),
    visits: doneIn('v', 40),
    reviews: doneIn('r', 10),
    healthAssessments: doneIn('h', 8),
    carePlans: doneIn('c', 3),
  })
  .map((life): DutyFacts => {
    const careTo = life.careDays === null ? null : addDays(life.careFrom, life.careDays);
    const care: CareOfChild[] = [{ from: life.careFrom, to: careTo, isStartKnown: life.isStartKnown }];
    if (careTo !== null && life.backAfter !== null) {
      care.push({ from: addDays(careTo, life.backAfter), to: null, isStartKnown: true });
    }
    return {
      childId: 'child',
      dateOfBirth: life.born,
      knownSince: null,
      returnedUntil: null,
      care,
      placements: care.flatMap((time, index) => placementsIn(time, life, index)),
      statuses: care.flatMap((time) => statusesIn(time, life.orders)),
      allocations: [],
      visits: life.visits,
      adviserVisits: [],
      reviews: life.reviews,
      healthAssessments: life.healthAssessments,
      carePlans: life.carePlans,
      pathwayPlans: [],
      pathwayPlanReviews: [],
      movesAfterCare: [],
      returns: [],
    };
  });

interface Drawn {
  readonly lengths: readonly number[];
  readonly types: readonly string[];
  readonly flags: readonly string[];
}

function placementsIn(care: CareOfChild, { lengths, types, flags }: Drawn, time: number): PlacementOfChild[] {
  const placements: PlacementOfChild[] = [];
  let from = care.from;
  for (const [index, length] of lengths.entries()) {
    const isLast = index === lengths.length - 1;
    const end = addDays(from, length);
    const to = isLast || (care.to !== null && end >= care.to) ? care.to : end;
    const type = types[index] ?? 'U6';
    const flag = flags[index];
    placements.push({
      id: `p${time}${index}`,
      from,
      to,
      isStartKnown: index > 0 || care.isStartKnown,
      type,
      isBeforeAssessment: flag === 'assessment',
      isTemporarilyApproved: flag === 'approval' && type === 'U6',
      plannedToEighteenFrom: type === 'U4' ? from : null,
      fewerVisitsAgreedOn: null,
    });
    if (to === null || to === care.to) break;
    from = to;
  }
  return placements;
}

function statusesIn(care: CareOfChild, orders: readonly (readonly [string, number])[]): DutyFacts['statuses'] {
  const statuses: { from: PlainDate; to: PlainDate | null; code: string }[] = [];
  let from = care.from;
  for (const [index, [code, length]] of orders.entries()) {
    const end = addDays(from, length);
    const isLast = index === orders.length - 1 || (care.to !== null && end >= care.to);
    statuses.push({ from, to: isLast ? care.to : end, code });
    if (isLast) break;
    from = end;
  }
  return statuses;
}

/** The duties of a life, by going through it day by day. */
export function naiveDuties(facts: DutyFacts): NaiveDuty[] {
  return facts.care.flatMap((care) => [
    ...naiveReviews(facts, care),
    ...naiveHealth(facts, care),
    ...naivePlans(facts, care),
    ...naiveVisits(facts, care),
  ]);
}

/** Every day that lives of tests know, and some before. */
const allDays: readonly PlainDate[] = Array.from({ length: 3_800 }, (_, index) => addDays(START, index - 40));
const placeOf: ReadonlyMap<string, number> = new Map(allDays.map((day, index) => [day, index]));

/** Every day of a time in care, its last included, while anything can be on record. */
function daysOf({ from, to }: { readonly from: PlainDate; readonly to: PlainDate | null }): readonly PlainDate[] {
  return allDays.slice(placeOf.get(from) ?? 0, (placeOf.get(to ?? END) ?? 0) + 1);
}

const isOn = (done: readonly DoneOn[], day: PlainDate): boolean => done.some(({ on }) => on === day);

function monthsLater(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return plainDate(new Date(first.getTime() + (Math.min(ofMonth, last) - 1) * 86_400_000).toISOString().slice(0, 10));
}

function workingDaysLater(day: PlainDate, count: number): PlainDate {
  let found = day;
  for (let counted = 0; counted < count;) {
    found = addDays(found, 1);
    if (isWorkingDay(found)) counted += 1;
  }
  return found;
}

/** Walks the days: each thing done settles what was due, and sets what is due next. */
function walked(
  kind: NaiveDuty['kind'],
  days: readonly PlainDate[],
  done: readonly DoneOn[],
  { since, dueAfter }: { since: PlainDate; dueAfter: (since: PlainDate, count: number) => PlainDate },
): NaiveDuty[] {
  const duties: NaiveDuty[] = [];
  const doneDays: ReadonlySet<string> = new Set(done.map(({ on }) => on));
  let open = { since, count: 0 };
  for (const day of days) {
    if (!doneDays.has(day)) continue;
    duties.push({ kind, since: open.since, dueOn: dueAfter(open.since, open.count), metOn: day });
    open = { since: day, count: open.count + 1 };
  }
  duties.push({ kind, since: open.since, dueOn: dueAfter(open.since, open.count), metOn: null });
  return duties;
}

function naiveReviews(facts: DutyFacts, care: CareOfChild): NaiveDuty[] {
  return walked('REVIEW', daysOf(care), facts.reviews, {
    since: care.from,
    dueAfter: (since, count) => {
      if (care.isStartKnown && count === 0) return workingDaysLater(since, 20);
      return monthsLater(since, care.isStartKnown && count === 1 ? 3 : 6);
    },
  });
}

function naiveHealth(facts: DutyFacts, care: CareOfChild): NaiveDuty[] {
  const year = Number(facts.dateOfBirth.slice(0, 4));
  const rest = facts.dateOfBirth.slice(4);
  const fifth = rest === '-02-29' ? `${year + 5}-03-01` : `${year + 5}${rest}`;
  return walked('HEALTH_ASSESSMENT', daysOf(care), facts.healthAssessments, {
    since: care.from,
    dueAfter: (since, count) => {
      if (care.isStartKnown && count === 0) {
        const review = facts.reviews.map(({ on }) => on).find((on) => on >= care.from);
        const latest = workingDaysLater(since, 20);
        return review !== undefined && review < latest ? review : latest;
      }
      const half = monthsLater(since, 6);
      return half < fifth ? half : monthsLater(since, 12);
    },
  });
}

function naivePlans(facts: DutyFacts, care: CareOfChild): NaiveDuty[] {
  if (!care.isStartKnown) return [];
  const days = daysOf({ from: addDays(care.from, -28), to: care.to });
  const metOn = days.find((day) => isOn(facts.carePlans, day)) ?? null;
  return [{ kind: 'CARE_PLAN', since: care.from, dueOn: workingDaysLater(care.from, 10), metOn }];
}

/** What governs visits on a day: the placement, and with parents the order. */
interface Arrangement {
  readonly placement: PlacementOfChild;
  readonly regime: 'ordinary' | 'order' | 'weekly then four' | 'weekly then six';
}

function arrangementOn(facts: DutyFacts, day: PlainDate): Arrangement | null {
  const placement = facts.placements.find(({ from, to }) => from <= day && (to === null || to > day));
  if (!placement) return null;
  if (placement.isTemporarilyApproved) return { placement, regime: 'weekly then four' };
  if (placement.type !== 'P1') return { placement, regime: 'ordinary' };
  if (placement.isBeforeAssessment) return { placement, regime: 'weekly then six' };
  const order = facts.statuses.find(({ from, to }) => from <= day && (to === null || to > day))?.code;
  return { placement, regime: order === 'C1' ? 'weekly then four' : order === 'C2' ? 'order' : 'ordinary' };
}

function naiveVisits(facts: DutyFacts, care: CareOfChild): NaiveDuty[] {
  const times: { readonly arrangement: Arrangement | null; readonly days: PlainDate[] }[] = [];
  for (const day of daysOf(care)) {
    const last = times.at(-1);
    // On the last day in care the child is still where the child was.
    const found = day === care.to && last ? last.arrangement : arrangementOn(facts, day);
    const isSame =
      last?.arrangement?.placement.id === found?.placement.id && last?.arrangement?.regime === found?.regime;
    if (last && isSame) last.days.push(day);
    else times.push({ arrangement: found, days: [day] });
  }
  return times.flatMap(({ arrangement, days }) => (arrangement ? visitsUnder(facts, arrangement, days) : []));
}

function visitsUnder(facts: DutyFacts, { placement, regime }: Arrangement, days: readonly PlainDate[]): NaiveDuty[] {
  const [from = START] = days;
  const isBeginningKnown = placement.isStartKnown || from > placement.from;
  const reviewedOn = facts.reviews.map(({ on }) => on).find((on) => on >= from);
  return walked('VISIT', days, facts.visits, {
    since: from,
    dueAfter: (since, count) => {
      const week = addDays(since, 7);
      if (count === 0 && isBeginningKnown) return week;
      if (regime.startsWith('weekly')) {
        if (reviewedOn === undefined || reviewedOn > week) return week;
        return addDays(since, regime === 'weekly then four' ? 28 : 42);
      }
      const isAfterYear = since >= monthsLater(placement.from, 12);
      return regime === 'ordinary' && isAfterYear && placement.type === 'U4'
        ? monthsLater(since, 3)
        : addDays(since, 42);
    },
  });
}
