import type { PlainDate } from '@mainstay/primitives';
import type { LifeLineFragment } from '../generated/operations.ts';

/** A child's history as the fragment `LifeLine` asks for it; every list is oldest first but the allocations. */
export type LifeLineHistory = LifeLineFragment;

/** One thing that was so for a time, or happened on a day. */
export interface LifeLineSegment {
  readonly id: string;
  /** `period` is the normal case; `temporary` interrupts another; `gap` is a time without; `event` is a day. */
  readonly kind: 'period' | 'temporary' | 'gap' | 'event';
  /** What the drawing says where there is room. */
  readonly label: string;
  /** What it says where there is room for a few letters only; nothing when left out. */
  readonly shortLabel?: string;
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
