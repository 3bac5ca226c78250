import type { ReturnRow } from '../../checking/return-row.ts';
import { endsCare } from '../care-status.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { DecisionsByDay } from './decisions-by-day.ts';
import { datedDecisions, givenItems, isAdopted, isPlacedForAdoption } from './adoption-facts.ts';

const leaverItems = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const;

/** True when the episode itself shows that adoption was decided on: a placement for it, or an order. */
function showsDecision(episode: ReturnRow<'Episodes'>, year: number): boolean {
  // Freeing orders were struck from the rule in 2025.
  const isOrdered = episode.value('LS') === 'E1' || (year < 2025 && episode.value('LS') === 'D1');
  return isPlacedForAdoption(episode) || isOrdered;
}

const leftWithoutAdoption: Rule = {
  code: '557',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
  message:
    'Child for whom the decision was made that they should be placed for adoption has left care but was not adopted and information on the decision that they should no longer be placed for adoption items has not been completed.',
  whatToDo: 'Enter when and why the decision was reversed, or correct the reason the episode ceased.',
  *check(child, { year }): Generator<Finding> {
    const left = child.episodes().filter((episode) => endsCare(episode) && !isAdopted(episode));
    if (left.length === 0) return;
    const decisions = new DecisionsByDay(child.rows('PlacedAdoption'));
    let latest = '';
    for (const episode of left) {
      const day = episode.date('DEC') ?? '9999';
      const { all, dated, open } = decisions.until(day);
      const isDecided = showsDecision(episode, year) || dated > 0;
      if (!isDecided || (all > 0 && open === 0)) continue;
      yield findingAt(episode, 'PLACE', 'LS', 'REC');
      if (day > latest) latest = day;
    }
    for (const row of decisions.openUntil(latest)) yield findingAt(row, 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED');
  },
};

const adoptedAfterAll: Rule = {
  code: '558',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED_CEASED', 'REC'],
  message:
    'If a child has been adopted, then the decision to place them for adoption has not been disrupted and the date of the decision that a child should no longer be placed for adoption should be left blank.',
  whatToDo: 'Leave DATE_PLACED_CEASED of the latest decision blank, or correct the reason the episode ceased.',
  *check(child): Generator<Finding> {
    const last = child.episodes().at(-1);
    if (!last || !isAdopted(last)) return;
    const decision = datedDecisions(child).at(-1) ?? child.rows('PlacedAdoption').at(-1);
    if (!decision || decision.isBlank('DATE_PLACED_CEASED')) return;
    yield findingAt(decision, 'DATE_PLACED_CEASED');
    yield findingAt(last, 'REC');
  },
};

const careLeaverAdopted: Rule = {
  code: '134',
  group: 'adoption',
  tables: ['OC3', 'AD1'],
  fields: [...leaverItems, 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  message: 'Data on adoption should not be entered for the OC3 cohort.',
  whatToDo: 'Take the child out of AD1, or out of OC3 if the child was adopted this year.',
  *check(child): Generator<Finding> {
    const leavers = child.rows('OC3').filter((row) => leaverItems.some((column) => !row.isBlank(column)));
    const adoptions = child.rows('AD1').filter((row) => givenItems(row).length > 0);
    if (leavers.length === 0 || adoptions.length === 0) return;
    for (const row of leavers) yield findingAt(row, ...leaverItems.filter((column) => !row.isBlank(column)));
    for (const row of adoptions) yield findingAt(row, ...givenItems(row));
  },
};

const otherDecision: Rule = {
  code: '523',
  group: 'adoption',
  tables: ['PlacedAdoption', 'AD1'],
  fields: ['DATE_PLACED', 'DATE_INT'],
  message:
    'Date of decision that the child should be placed for adoption should be the same date as the decision that adoption is in the best interest (date should be placed).',
  whatToDo: 'Make DATE_INT in AD1 the DATE_PLACED of the latest decision in PlacedAdoption.',
  *check(child): Generator<Finding> {
    const details = child.rows('AD1').filter((row) => row.date('DATE_INT') !== null);
    const decision = details.length === 0 ? undefined : datedDecisions(child).at(-1);
    if (!decision) return;
    const different = details.filter((row) => row.date('DATE_INT') !== decision.date('DATE_PLACED'));
    if (different.length > 0) yield findingAt(decision, 'DATE_PLACED');
    for (const row of different) yield findingAt(row, 'DATE_INT');
  },
};

const reversedAndAdopted: Rule = {
  code: '525',
  group: 'adoption',
  tables: ['PlacedAdoption', 'AD1'],
  fields: ['DATE_PLACED_CEASED', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  message:
    'A child for whom the decision to be placed for adoption has been reversed cannot be adopted during the year.',
  whatToDo: 'Take the child out of AD1, or clear DATE_PLACED_CEASED if the decision stands.',
  *check(child): Generator<Finding> {
    const adoptions = child.rows('AD1').filter((row) => givenItems(row).length > 0);
    if (adoptions.length === 0) return;
    const reversed = child.rows('PlacedAdoption').filter((row) => !row.isBlank('DATE_PLACED_CEASED'));
    if (reversed.length === 0) return;
    for (const row of reversed) yield findingAt(row, 'DATE_PLACED_CEASED');
    for (const row of adoptions) yield findingAt(row, ...givenItems(row));
  },
};

/** The published rules on how a decision to place a child for adoption came out. */
export const adoptionOutcomeRules: readonly Rule[] = [
  leftWithoutAdoption,
  adoptedAfterAll,
  careLeaverAdopted,
  otherDecision,
  reversedAndAdopted,
];
