import type { PlainDate } from '@mainstay/primitives';

/** What is on record of a child on a day that tells of needs. Null, and false, where nothing is. */
export interface NeedsFacts {
  readonly childId: string;
  /** `CIN` of the episode of the day, or of the last before it. */
  readonly categoryOfNeed: string | null;
  /** `PLACE` of the episode of the day; null when the child is not looked after. */
  readonly placementType: string | null;
  /** The first day of that episode. */
  readonly placedOn: PlainDate | null;
  readonly isUnaccompanied: boolean;
  /** The newest profile says that the child is disabled; the day it is told of. */
  readonly disabledAsOf: PlainDate | null;
  /** The newest total score of the strengths and difficulties questionnaire, 0 to 40. */
  readonly sdqScore: number | null;
  readonly sdqOn: PlainDate | null;
  /** The newest caution, conviction or other outcome of offending that was recorded. */
  readonly offendedOn: PlainDate | null;
  /** The last day of the newest year of which the return says that the child was convicted. */
  readonly convictedOn: PlainDate | null;
  /** The newest self-harm on record. */
  readonly selfHarmedOn: PlainDate | null;
  /** The newest finding of substance misuse. */
  readonly misusedSubstancesOn: PlainDate | null;
  /** Since when the newest entry on special educational needs names social, emotional and mental health. */
  readonly socialEmotionalNeedAsOf: PlainDate | null;
}
