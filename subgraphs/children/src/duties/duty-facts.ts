import type { PlainDate } from '@mainstay/primitives';

/** Something that was done on a day, and the entry or row that shows it. */
export interface DoneOn {
  readonly on: PlainDate;
  readonly id: string;
}

/** A time that may still last. */
export interface TimeOfChild {
  readonly from: PlainDate;
  /** The day it ended; null while it lasts. */
  readonly to: PlainDate | null;
}

/** A period of care: series of short-term breaks are none. */
export interface CareOfChild extends TimeOfChild {
  /** False when the record begins in the middle of it. */
  readonly isStartKnown: boolean;
}

/** A placement, without temporary ones and those of short-term breaks. */
export interface PlacementOfChild extends CareOfChild {
  readonly id: string;
  /** `PLACE`. */
  readonly type: string;
  /** Placed with a parent before the assessment was complete (regulation 19). */
  readonly isBeforeAssessment: boolean;
  /** With a connected person who is approved temporarily (regulation 24). */
  readonly isTemporarilyApproved: boolean;
  /** Since when it is meant to last until the child is 18; null where it is not. */
  readonly plannedToEighteenFrom: PlainDate | null;
  /** In a long-term foster placement: the day the child agreed to fewer visits; null where there is none. */
  readonly fewerVisitsAgreedOn: PlainDate | null;
}

/** A return from a time missing or away, with the interview held afterwards. */
export interface ReturnOfChild extends DoneOn {
  readonly heldOn: PlainDate | null;
  readonly heldId: string | null;
  /** An interview was offered, and the child did not want it. */
  readonly isDeclined: boolean;
}

/** All that the duties towards one child are worked out from. */
export interface DutyFacts {
  readonly childId: string;
  readonly dateOfBirth: PlainDate;
  /** The day the platform first knew of the child's care; null when it knows of none. */
  readonly knownSince: PlainDate | null;
  /** The last day that the newest return of the child's care tells of; null when there is none. */
  readonly returnedUntil: PlainDate | null;
  /** Oldest first, like all that follows. */
  readonly care: readonly CareOfChild[];
  readonly placements: readonly PlacementOfChild[];
  readonly statuses: readonly (TimeOfChild & { readonly code: string })[];
  readonly allocations: readonly (TimeOfChild & { readonly id: string })[];
  /** Visits of a social worker at which the child was seen. */
  readonly visits: readonly DoneOn[];
  /** Visits of a personal adviser at which the young person was seen. */
  readonly adviserVisits: readonly DoneOn[];
  readonly reviews: readonly DoneOn[];
  readonly healthAssessments: readonly DoneOn[];
  readonly carePlans: readonly DoneOn[];
  readonly pathwayPlans: readonly DoneOn[];
  readonly pathwayPlanReviews: readonly DoneOn[];
  /** Moves of a young person who has left care. */
  readonly movesAfterCare: readonly DoneOn[];
  /** Returns from times missing. */
  readonly returns: readonly ReturnOfChild[];
}
