import type { ChildIndicator } from './indicator.ts';
import { leaversInEducationEmploymentTraining } from './leavers-in-education-employment-training.ts';
import { placedOver20Miles } from './placed-over-20-miles.ts';
import { reviewsTookPart } from './reviews-took-part.ts';
import { samePlacementTwoYears } from './same-placement-two-years.ts';
import { threeOrMorePlacements } from './three-or-more-placements.ts';
import { threeOrMoreSocialWorkers } from './three-or-more-social-workers.ts';

/** The catalogue of indicators of children, in the order of the contract's articles. */
export const childIndicators: readonly ChildIndicator[] = [
  threeOrMorePlacements,
  samePlacementTwoYears,
  threeOrMoreSocialWorkers,
  placedOver20Miles,
  reviewsTookPart,
  leaversInEducationEmploymentTraining,
];

const byCode = new Map(childIndicators.map((indicator) => [indicator.code, indicator]));

/** The indicator with this code, or undefined when the catalogue has none. */
export function childIndicator(code: string): ChildIndicator | undefined {
  return byCode.get(code);
}
