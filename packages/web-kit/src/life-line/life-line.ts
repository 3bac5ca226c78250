import type { PlainDate } from '@mainstay/primitives';

/** A value of a published code set. */
export interface Code {
  readonly code: string;
  readonly meaning: string;
}

interface Dated {
  readonly startedOn: PlainDate;
  readonly endedOn?: PlainDate | null;
}

/** A child's history as the fragment `LifeLine` asks for it; every list is oldest first. */
export interface LifeLineHistory {
  readonly legalStatuses: readonly (Dated & { readonly legalStatus: Code })[];
  readonly placements: readonly (Dated & {
    readonly id: string;
    readonly type: Code;
    readonly provider?: Code | null;
    readonly isTemporary: boolean;
    readonly isSameCarer: boolean;
    readonly reasonEnded?: Code | null;
    readonly distanceFromHomeMiles?: number | null;
    readonly isInsideAuthority?: boolean | null;
  })[];
  readonly socialWorkerEpisodes: readonly (Dated & {
    readonly id: string;
    readonly reason?: Code | null;
    readonly worker: { readonly id: string; readonly name?: string | null };
  })[];
  readonly reviews: readonly { readonly id: string; readonly heldOn: PlainDate; readonly participation: Code }[];
  readonly allocations: readonly (Dated & {
    readonly id: string;
    readonly contract: { readonly practice: { readonly name: string } };
  })[];
}

/** One thing that was so for a time, or happened on a day. */
export interface LifeLineSegment {
  readonly id: string;
  /** `period` is the normal case; `temporary` interrupts another; `gap` is a time without; `event` is a day. */
  readonly kind: 'period' | 'temporary' | 'gap' | 'event';
  /** A word or two for the drawing. */
  readonly label: string;
  /** The whole of it, for reading. */
  readonly detail: string;
  readonly startedOn: PlainDate;
  /** Null while it lasts. */
  readonly endedOn: PlainDate | null;
  /** Why it began or ended; null when the record does not say. */
  readonly reason: string | null;
}

/** One row of the drawing. */
export interface LifeLineRow {
  readonly id: 'legal-status' | 'placement' | 'social-worker' | 'allocated-to' | 'reviews';
  readonly label: string;
  /** What the row comes to, e.g. `3 placements`. */
  readonly note: string;
  readonly segments: readonly LifeLineSegment[];
}
