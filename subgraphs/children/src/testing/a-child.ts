import { plainDate, type PlainDate } from '@mainstay/primitives';

/** A span of days as a test writes it: from, to (left out while it lasts). */
export interface Span {
  readonly from: string;
  readonly to?: string | null;
}

/** A placement as a test writes it. */
export interface PlacementOfTest extends Span {
  /** `PLACE`; U4 when left out. T… and Z… are temporary. */
  readonly type?: string;
  /** Since when with these carers; `from` when left out. */
  readonly carerSince?: string;
  readonly isCarerSinceKnown?: boolean;
  readonly isShortBreak?: boolean;
  /** Miles from home; 5 when left out. */
  readonly miles?: number | null;
  /** Inside the authority; true when left out. */
  readonly isInside?: boolean | null;
}

/** A child as a test writes it: just what the test is about. */
export interface ChildOfTest {
  readonly la: string;
  readonly localId: string;
  readonly born: string;
  readonly isUasc: boolean;
  /** Periods of care, each with an episode and the legal status C2. */
  readonly care: readonly (Span & {
    readonly isStartKnown?: boolean;
    readonly isEndInferred?: boolean;
    /** `PLACE` of its episode; U4 when left out. */
    readonly place?: string;
    /** `REC` of its episode, once it has ended; E4A when left out. */
    readonly reasonEnded?: string;
  })[];
  /** Series of short-term breaks, each with an episode and the legal status V4. */
  readonly breaks: readonly Span[];
  readonly placements: readonly PlacementOfTest[];
  readonly workers: readonly (Span & { readonly id: string })[];
  readonly reviews: readonly { readonly on: string; readonly code: string }[];
  readonly leaver: readonly {
    readonly year: number;
    readonly inTouch?: string;
    readonly activity: string | null;
    /** `ACCOM`; not known when left out. */
    readonly accommodation?: string | null;
  }[];
  /** What the table OC2 of a year says; what is left out is not known. */
  readonly outcomes: readonly {
    readonly year: number;
    readonly sdq?: number | null;
    readonly convicted?: boolean | null;
    readonly developmentChecked?: boolean | null;
    readonly immunised?: boolean | null;
    readonly teethChecked?: boolean | null;
    readonly healthAssessed?: boolean | null;
    readonly misuse?: boolean | null;
  }[];
  readonly missing: readonly (Span & { readonly kind: 'M' | 'A' })[];
  readonly allocations: readonly (Span & {
    readonly practice: string;
    readonly contract?: string;
    /** When it was ended with immediate effect, an ISO instant. */
    readonly endsAt?: string;
    /** The functions delegated; all when left out. */
    readonly functions?: readonly string[];
  })[];
}

/** The authority of a child in a test, unless the test says otherwise: Birmingham. */
export const BIRMINGHAM = 'E08000025';

/** Another authority: Leeds. */
export const LEEDS = 'E08000035';

let made = 0;

/** A child looked after since 1 April 2022 in one placement, unless the test says otherwise. */
export function aChild(parts: Partial<ChildOfTest> = {}): ChildOfTest {
  made += 1;
  const care = parts.care ?? [{ from: '2022-04-01' }];
  return {
    la: BIRMINGHAM,
    localId: `C${String(made).padStart(5, '0')}`,
    born: '2014-05-06',
    isUasc: false,
    care,
    breaks: [],
    placements: care,
    workers: [],
    reviews: [],
    leaver: [],
    outcomes: [],
    missing: [],
    allocations: [],
    ...parts,
  };
}

/** A day that is in or out of a span whose last day does not belong to it. */
export function isOpenOn({ from, to }: Span, day: PlainDate): boolean {
  return plainDate(from) <= day && (to === null || to === undefined || plainDate(to) > day);
}
