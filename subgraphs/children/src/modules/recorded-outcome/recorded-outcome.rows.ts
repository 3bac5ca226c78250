import { collectionYear, type PlainDate } from '@mainstay/primitives';
import { ad1Of, placedAdoptionOf } from '../adoption-decision/adoption-decision.returns.ts';
import { oc2Of, type Oc2Facts } from '../health-event/health-event.oc2.ts';
import { oc3Of, type Update } from '../leaving-care/leaving-care.oc3.ts';

/** The tables of the return that are made from what people record of outcomes. */
export type OutcomeTable = 'OC2' | 'OC3' | 'AD1' | 'PlacedAdoption';

/** What is on record of one child for these tables. */
export interface OutcomeFacts extends Oc2Facts {
  /** Periods of care; short-term breaks are no part of them. */
  readonly care: readonly { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }[];
  /** The day an episode ended by adoption; null when none did. */
  readonly adoptedOn: PlainDate | null;
  readonly updates: readonly Update[];
  readonly decisions: Parameters<typeof placedAdoptionOf>[0];
}

/** The cells of a row beside CHILD and DOB, by column. */
export type OutcomeCells = Readonly<Record<string, string>>;

/**
 * The rows of a table that the record makes for a child and a collection year: none where the child is not one the table asks
 * about, or nothing is on record.
 *
 * - OC2 asks about children looked after without a break for the twelve months to 31 March
 * - OC3 about care leavers who are not looked after on that day
 * - AD1 about children adopted in the year
 * - PlacedAdoption about children looked after at some time of the year
 */
export function outcomeRows(table: OutcomeTable, facts: OutcomeFacts, year: number): readonly OutcomeCells[] {
  const { from, to } = collectionYear(year);
  const inCare = (first: PlainDate, last: PlainDate): boolean =>
    facts.care.some(({ startedOn, endedOn }) => startedOn <= first && (endedOn === null || endedOn > last));
  switch (table) {
    case 'OC2':
      return inCare(from, to) ? present(oc2Of(facts, year)) : [];
    case 'OC3':
      return inCare(to, to) ? [] : present(oc3Of(facts.dateOfBirth, facts.updates, year));
    case 'AD1': {
      const { adoptedOn } = facts;
      return adoptedOn !== null && adoptedOn >= from && adoptedOn <= to
        ? present(ad1Of(facts.decisions, adoptedOn))
        : [];
    }
    case 'PlacedAdoption': {
      const isAsked = facts.care.some(
        ({ startedOn, endedOn }) => startedOn <= to && (endedOn === null || endedOn >= from),
      );
      return isAsked ? placedAdoptionOf(facts.decisions, year) : [];
    }
  }
}

function present(row: OutcomeCells | null): readonly OutcomeCells[] {
  return row === null ? [] : [row];
}
