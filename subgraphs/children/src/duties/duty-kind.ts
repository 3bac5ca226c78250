import type { DelegatedFunction } from '@mainstay/primitives';
import type { RecordPart } from '../modules/child/child.parts-policy.ts';

/** What the law says must be done for a child: `DutyKind` of the graph. */
export type DutyKind =
  | 'RETURN_INTERVIEW'
  | 'VISIT'
  | 'PERSONAL_ADVISER_VISIT'
  | 'REVIEW'
  | 'HEALTH_ASSESSMENT'
  | 'CARE_PLAN'
  | 'PATHWAY_PLAN'
  | 'PATHWAY_PLAN_REVIEW'
  | 'ALLOCATION_DECISION'
  | 'YEAR_AFTER_LEAVING';

/** What every duty of a kind has. */
export interface KindOfDuty {
  /** Its place when what is late is listed: 1 is what hurts a child first. */
  readonly rank: number;
  /** The part of the record it belongs to; null for what is the authority's alone. */
  readonly part: RecordPart | null;
  /** The function a contract has to delegate before its practice sees it; null for what no practice sees. */
  readonly needs: DelegatedFunction | null;
  /** True when returns say nothing of it: what was done before the platform knew of the child is on no record. */
  readonly isRecordedHereOnly: boolean;
}

/**
 * The kinds, with the order in which what is late hurts a child: nobody spoke with a child who was missing; nobody saw the
 * child; nobody looked whether the plan still serves the child; health; plans; prompts to the authority.
 */
export const dutyKinds: Readonly<Record<DutyKind, KindOfDuty>> = {
  RETURN_INTERVIEW: kind(1, 'SAFETY', 'VISITS_AND_SUPERVISION', true),
  VISIT: kind(2, 'VISITS', 'VISITS_AND_SUPERVISION', true),
  PERSONAL_ADVISER_VISIT: kind(3, 'LEAVING_CARE', 'LEAVING_CARE', true),
  REVIEW: kind(4, 'REVIEWS', 'REVIEW_PREPARATION', false),
  HEALTH_ASSESSMENT: kind(5, 'HEALTH', 'HEALTH', true),
  CARE_PLAN: kind(6, 'PLANS', 'CARE_PLANNING', true),
  PATHWAY_PLAN: kind(7, 'PLANS', 'CARE_PLANNING', true),
  PATHWAY_PLAN_REVIEW: kind(8, 'PLANS', 'CARE_PLANNING', true),
  ALLOCATION_DECISION: kind(9, null, null, false),
  YEAR_AFTER_LEAVING: kind(10, null, null, false),
};

function kind(
  rank: number,
  part: RecordPart | null,
  needs: DelegatedFunction | null,
  isRecordedHereOnly: boolean,
): KindOfDuty {
  return { rank, part, needs, isRecordedHereOnly };
}
