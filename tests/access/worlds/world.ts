import fc from 'fast-check';

/** A practice's responsibility for a child, as contracts tells it. */
export interface AllocationOfWorld {
  readonly practice: string;
  /** The first day. */
  readonly startedOn: string;
  /** The last day; null while it lasts. */
  readonly lastDay: string | null;
  /** The instant at which it was ended at once; null when it ends with its last day, or not. */
  readonly endedAt: string | null;
  readonly functions: readonly string[];
}

/** A child of a world. */
export interface ChildOfWorld {
  readonly la: string;
  readonly localId: string;
  readonly allocation: AllocationOfWorld | null;
  /** The people a restriction names; null when there is none. */
  readonly restrictedTo: readonly string[] | null;
  /** Who chairs the reviews. */
  readonly officer: string | null;
  readonly isSampled: boolean;
}

/** Somebody who asks. */
export type AskerOfWorld =
  | { readonly kind: 'staff'; readonly subject: string; readonly la: string }
  | { readonly kind: 'officer'; readonly subject: string; readonly la: string }
  | { readonly kind: 'practice'; readonly subject: string; readonly practice: string; readonly las: readonly string[] }
  | {
      readonly kind: 'inspector';
      readonly subject: string;
      readonly la: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'machine'; readonly subject: string; readonly la: string; readonly scopes: readonly string[] }
  | {
      readonly kind: 'glass';
      readonly subject: string;
      readonly las: readonly string[];
      readonly practice: string | null;
      readonly childIndex: number;
      readonly until: string;
    };

/** Authorities' children, those who ask, and the instant at which they ask. */
export interface World {
  readonly now: string;
  readonly children: readonly ChildOfWorld[];
  readonly askers: readonly AskerOfWorld[];
}

export const authorities = ['E08000025', 'E08000028'] as const;
export const practices = ['harbour', 'oak'] as const;
export const functions = ['CARE_PLANNING', 'PLACEMENT', 'VISITS_AND_SUPERVISION', 'REVIEW_PREPARATION'] as const;
const people = ['ann', 'bob', 'cy'] as const;

/** Days on which England's clocks change, the leap day, the ends of years, and days beside them. */
const days = [
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2027-12-31',
  '2028-01-01',
  '2028-02-28',
  '2028-02-29',
  '2028-03-01',
];

const day = fc.constantFrom(...days);
const la = fc.constantFrom(...authorities);
const practice = fc.constantFrom(...practices);
const person = fc.constantFrom(...people);

/**
 * Instants at which something begins or ends: midnights of England, in winter's and in summer's time, those of UTC, the
 * hours that the change of the clocks leaves out or has twice; a millisecond before, on and after them.
 */
const instant = fc
  .tuple(
    day,
    fc.constantFrom('00:00', '01:00', '02:00', '12:00', '22:59', '23:00', '23:59'),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([date, time, milliseconds]) => {
    const at = Temporal.Instant.from(`${date}T${time}:00Z`);
    return at.add({ milliseconds }).toString();
  });

const allocation: fc.Arbitrary<AllocationOfWorld> = fc
  .record({
    practice,
    startedOn: day,
    lastDay: fc.option(day),
    endedAt: fc.option(instant, { freq: 4 }),
    functions: fc.subarray([...functions], { minLength: 1 }),
  })
  .filter(({ startedOn, lastDay }) => lastDay === null || lastDay >= startedOn)
  // What was ended at once was ended on its last day, and had begun.
  .map((made) => {
    if (made.endedAt === null) return made;
    const lastDay = Temporal.Instant.from(made.endedAt).toZonedDateTimeISO('Europe/London').toPlainDate().toString();
    return lastDay >= made.startedOn ? { ...made, lastDay } : { ...made, endedAt: null };
  });

const child = fc.record({
  la,
  allocation: fc.option(allocation, { freq: 4 }),
  restrictedTo: fc.option(fc.subarray([...people]), { freq: 3 }),
  officer: fc.option(person),
  isSampled: fc.boolean(),
});

const asker: fc.Arbitrary<AskerOfWorld> = fc.oneof(
  fc.record({ kind: fc.constant('staff' as const), subject: person, la }),
  fc.record({ kind: fc.constant('officer' as const), subject: person, la }),
  fc.record({
    kind: fc.constant('practice' as const),
    subject: person,
    practice,
    las: fc.subarray([...authorities]),
  }),
  fc
    .record({ kind: fc.constant('inspector' as const), subject: person, la, from: day, to: day })
    .filter(({ from, to }) => from <= to),
  fc.record({
    kind: fc.constant('machine' as const),
    subject: fc.constant('machine'),
    la,
    scopes: fc.subarray(['children', 'workforce', 'contracts', 'figures']),
  }),
  fc.record({
    kind: fc.constant('glass' as const),
    subject: person,
    las: fc.subarray([...authorities], { minLength: 1, maxLength: 1 }),
    practice: fc.option(practice),
    childIndex: fc.nat({ max: 5 }),
    until: instant,
  }),
);

/** Worlds of two authorities, two practices and up to six children, asked at instants when something changes. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    now: instant,
    children: fc.array(child, { minLength: 1, maxLength: 6 }),
    askers: fc.array(asker, { minLength: 3, maxLength: 8 }),
  })
  .map((world) => ({
    ...world,
    children: world.children.map((made, index) => ({ ...made, localId: `C${index}` })),
  }));
