import { ageOn, collectionYearOf, plainDate, type Period, type PlainDate } from '@mainstay/primitives';
import { furtherRecounts } from './recount.further.ts';
import { isOpenOn, type ChildOfTest, type PlacementOfTest } from './a-child.ts';

/** One thing a measure counts, as recounted: whose it is, and whether it is in the numerator. */
export interface Recounted {
  readonly child: ChildOfTest;
  readonly isCounted: boolean;
  readonly isNotKnown: boolean;
  /** What is added up, and over how much, where members are not counted. */
  readonly amount?: number;
  readonly weight?: number;
}

/** A child's members of one denominator. */
export type RecountOf = (child: ChildOfTest, period: Period) => Omit<Recounted, 'child'>[];

/**
 * The members of an indicator's denominator, worked out child by child in plain TypeScript from the published
 * definitions. It shares no line with the SQL, so that a slip in one shows as a difference.
 */
export const recounts: Readonly<Record<string, RecountOf>> = {
  ...furtherRecounts,
  'three-or-more-placements': (child, period) => {
    if (!careOn(child, period.to)) return [];
    const lived = child.placements.filter(
      (placement) => isLasting(placement) && !isOfNoLength(placement) && touches(placement, period),
    );
    return [known(lived.length >= 3)];
  },
  'same-placement-two-years': (child, { to }) => {
    const care = careOn(child, to);
    if (!care || ageOn(plainDate(child.born), to) >= 16 || care.from > addMonths(to, -30)) return [];
    const twoYearsBefore = addMonths(to, -24);
    const home = newest(child.placements.filter((placement) => isLasting(placement) && isOpenOn(placement, to)));
    if (!home) return [{ isCounted: false, isNotKnown: true }];
    const homes = [home, ...(/^A[3-6]$/.test(home.type ?? '') ? previousHomes(child, home, care.from) : [])];
    const isCounted = homes.some(({ carerSince, from }) => (carerSince ?? from) <= twoYearsBefore);
    return [
      { isCounted, isNotKnown: !isCounted && homes.some(({ isCarerSinceKnown }) => isCarerSinceKnown === false) },
    ];
  },
  'three-or-more-social-workers': (child, period) => {
    if (!careOn(child, period.to)) return [];
    const met = new Set(child.workers.filter((worker) => touches(worker, period)).map(({ id }) => id));
    return [{ isCounted: met.size >= 3, isNotKnown: met.size === 0 }];
  },
  'placed-over-20-miles': (child, { to }) => {
    if (!careOn(child, to)) return [];
    const open = child.placements.filter((placement) => !placement.isShortBreak && isOpenOn(placement, to));
    const stay = newest(open.filter((placement) => !isLasting(placement))) ?? newest(open);
    return [distance(stay?.miles ?? null, stay?.isInside ?? null)];
  },
  'reviews-took-part': (child, period) =>
    child.reviews
      .filter(({ on, code }) => on >= period.from && on <= period.to && code !== 'PN0')
      .filter(({ on }) => ageOn(plainDate(child.born), plainDate(on)) >= 4)
      .map(({ code }) => known(code !== 'PN7')),
  'leavers-in-education-employment-training': (child, { to }) => {
    const age = ageOn(plainDate(child.born), to);
    const said = child.leaver.find(({ year }) => year === collectionYearOf(to));
    if (!said || age < 19 || age > 21 || said.inTouch === 'DIED' || said.inTouch === 'RHOM') return [];
    const activity = said.activity ?? '0';
    return [{ isCounted: 'FP'.includes(activity.slice(0, 1)), isNotKnown: activity === '0' }];
  },
};

/** The members of the denominator among these children. */
export function recount(code: string, children: readonly ChildOfTest[], period: Period): Recounted[] {
  const members = recounts[code];
  if (!members) throw new Error(`No recount of ${code}`);
  return children.flatMap((child) => members(child, period).map((member) => ({ child, ...member })));
}

/** True when the child is with the practice on a day; the last day of an allocation belongs to it. */
export function isAllocatedTo(child: ChildOfTest, practice: string, day: PlainDate): boolean {
  return child.allocations.some((one) => one.practice === practice && one.from <= day && (!one.to || one.to >= day));
}

function known(isCounted: boolean): Omit<Recounted, 'child'> {
  return { isCounted, isNotKnown: false };
}

function careOn(child: ChildOfTest, day: PlainDate): ChildOfTest['care'][number] | undefined {
  return child.care.find((span) => isOpenOn(span, day));
}

function isLasting(placement: PlacementOfTest): boolean {
  return !/^[TZ]/.test(placement.type ?? 'U4') && !placement.isShortBreak;
}

function isOfNoLength({ from, to }: PlacementOfTest): boolean {
  return from === to;
}

function touches({ from, to }: { from: string; to?: string | null }, period: Period): boolean {
  return from <= period.to && (to === null || to === undefined || to >= period.from);
}

function newest(placements: readonly PlacementOfTest[]): PlacementOfTest | undefined {
  return placements.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
}

/** The last placement with other carers before those of `home`, in the same period of care; none or one. */
function previousHomes(child: ChildOfTest, home: PlacementOfTest, careFrom: string): PlacementOfTest[] {
  const before = child.placements
    .filter((placement) => isLasting(placement) && !isOfNoLength(placement))
    .filter(({ from }) => from >= careFrom && from < (home.carerSince ?? home.from));
  const last = newest(before);
  return last ? [last] : [];
}

function distance(miles: number | null, isInside: boolean | null): Omit<Recounted, 'child'> {
  const isFar = miles === null ? null : miles > 20;
  if (isFar === false || isInside === true) return known(false);
  if (isFar === null || isInside === null) return { isCounted: false, isNotKnown: true };
  return known(true);
}

function addMonths(date: PlainDate, months: number): PlainDate {
  return plainDate(Temporal.PlainDate.from(date).add({ months }).toString());
}

/** The figure of these members: those counted of how many, or what is added up. */
export function figureOfMembers(members: readonly Recounted[]): string {
  const sum = (of: (member: Recounted) => number): number => members.reduce((all, member) => all + of(member), 0);
  return `${sum(({ isCounted, amount }) => amount ?? Number(isCounted))}/${sum(({ weight }) => weight ?? 1)}`;
}
