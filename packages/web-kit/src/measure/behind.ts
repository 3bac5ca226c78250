import { addressOfFilters } from '../children/children-filters.ts';
import type { MeasurePart } from '../generated/operations.ts';
import type { Measure } from './measure.ts';

/** Where the children behind a part of a figure are listed, on the page of children at `childrenPath`. */
export function childrenBehind(childrenPath: string, practice: string | null = null) {
  return (measure: Measure, part: MeasurePart): string => {
    const behind = { indicator: measure.indicator.code, from: measure.from, to: measure.to, part };
    return `${childrenPath}${addressOfFilters({ behind, practice })}`;
  };
}
