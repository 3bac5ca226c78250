import { collectionYear, formatBritishDate, type PlainDate } from '@mainstay/primitives';
import type { ColumnOf } from '@mainstay/ssda903';
import type { AdoptionDecisionEntity } from './adoption-decision.entity.ts';

/** The cells of a row of the table PlacedAdoption but who the child is. */
export type PlacedAdoptionCells = Readonly<Record<Exclude<ColumnOf<'PlacedAdoption'>, 'CHILD' | 'DOB'>, string>>;

/** The cells of a row of the table AD1 but who the child is. */
export type Ad1Cells = Readonly<Record<Exclude<ColumnOf<'AD1'>, 'CHILD' | 'DOB'>, string>>;

type Decision = Pick<
  AdoptionDecisionEntity,
  'decidedOn' | 'matchedOn' | 'adopterSexes' | 'adopterStatus' | 'isByFosterCarer' | 'reversedOn' | 'reversedReason'
>;

/**
 * The rows of PlacedAdoption that the record makes for a child in a collection year, oldest first: decisions in force at
 * some time of it. What was reversed after the year stands in its return as not reversed.
 */
export function placedAdoptionOf(decisions: readonly Decision[], year: number): PlacedAdoptionCells[] {
  const { from, to } = collectionYear(year);
  return decisions
    .filter(({ decidedOn, reversedOn }) => decidedOn <= to && (reversedOn === null || reversedOn >= from))
    .toSorted((one, other) => (one.decidedOn < other.decidedOn ? -1 : 1))
    .map(({ decidedOn, reversedOn, reversedReason }) => {
      const isReversed = reversedOn !== null && reversedOn <= to;
      return {
        DATE_PLACED: formatBritishDate(decidedOn),
        DATE_PLACED_CEASED: isReversed ? formatBritishDate(reversedOn) : '',
        REASON_PLACED_CEASED: isReversed ? (reversedReason ?? '') : '',
      };
    });
}

/**
 * The row of AD1 that the record makes for a child who was adopted on a day: from the decision that was in force and led to a
 * match; null when none is on record.
 */
export function ad1Of(decisions: readonly Decision[], adoptedOn: PlainDate): Ad1Cells | null {
  const decision = decisions
    .filter(({ reversedOn, matchedOn }) => reversedOn === null && matchedOn !== null && matchedOn <= adoptedOn)
    .toSorted((one, other) => (one.decidedOn < other.decidedOn ? 1 : -1))[0];
  if (!decision) return null;
  const { decidedOn, matchedOn, adopterSexes, adopterStatus, isByFosterCarer } = decision;
  return {
    DATE_INT: formatBritishDate(decidedOn),
    DATE_MATCH: matchedOn === null ? '' : formatBritishDate(matchedOn),
    FOSTER_CARE: isByFosterCarer === true ? '1' : '0',
    NB_ADOPTR: adopterSexes === 'M1' || adopterSexes === 'F1' ? '1' : '2',
    SEX_ADOPTR: adopterSexes ?? '',
    LS_ADOPTR: adopterStatus ?? '',
  };
}
