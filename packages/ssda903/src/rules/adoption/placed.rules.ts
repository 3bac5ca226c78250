import { successions } from '../../checking/child-rows.ts';
import { eachRow } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { datedDecisions, hasDecision, isAdopted, isPlacedForAdoption } from './adoption-facts.ts';

const withFosterCarer: Rule = {
  code: '336',
  group: 'adoption',
  tables: ['Episodes'],
  fields: ['PLACE'],
  message: 'Child does not have a foster placement immediately prior to being placed for adoption.',
  whatToDo: 'Enter A4 or A6 if the adopters were not the foster carers, or correct the placement before this one.',
  *check(child): Generator<Finding> {
    for (const { earlier, later } of successions(child.episodes())) {
      if (!/^A[35]$/.test(later.value('PLACE')) || earlier.isBlank('PLACE')) continue;
      if (!/^(?:A[3-6]|U[1-6])$/.test(earlier.value('PLACE'))) yield findingAt(later, 'PLACE');
    }
  },
};

const noDecision: Rule = {
  code: '551',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED', 'PLACE'],
  message:
    'Child has been placed for adoption but there is no date of the decision that the child should be placed for adoption.',
  whatToDo: 'Add the child to PlacedAdoption with the day of the decision, or correct PLACE.',
  *check(child): Generator<Finding> {
    const placed = child.rows('Episodes').filter(isPlacedForAdoption);
    if (placed.length === 0 || hasDecision(child)) return;
    for (const row of placed) yield findingAt(row, 'PLACE');
    for (const row of child.rows('PlacedAdoption')) yield findingAt(row, 'DATE_PLACED');
  },
};

const placedBeforeDecision: Rule = {
  code: '552',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED', 'DECOM'],
  message:
    'Date of Decision to place a child for adoption should be on or prior to the date that the child was placed for adoption.',
  whatToDo: 'Correct DATE_PLACED, or the day on which the placement for adoption began.',
  *check(child): Generator<Finding> {
    const [first] = datedDecisions(child);
    const made = first?.date('DATE_PLACED') ?? null;
    if (!first || made === null) return;
    const early = child.episodes().filter((row) => isPlacedForAdoption(row) && (row.date('DECOM') ?? made) < made);
    for (const row of early) yield findingAt(row, 'DECOM');
    if (early.length > 0) yield findingAt(first, 'DATE_PLACED');
  },
};

const orderWithoutDecision: Rule = {
  code: '553',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['CHILD', 'LS', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  message:
    'Placement order has been granted but there is no date of decision that the child should be placed for adoption.',
  whatToDo: 'Add the child to PlacedAdoption with the day of the decision, or correct LS.',
  *check(child): Generator<Finding> {
    const ordered = child.rows('Episodes').filter((row) => row.value('LS') === 'E1');
    if (ordered.length === 0 || hasDecision(child)) return;
    for (const row of ordered) yield findingAt(row, 'CHILD', 'LS');
    for (const row of child.rows('PlacedAdoption')) yield findingAt(row, 'DATE_PLACED');
  },
};

const orderBeforeDecision: Rule = {
  code: '554',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED', 'DECOM', 'LS'],
  message:
    'Date of decision that the child should be placed for adoption should be on or prior to the date that the placement order was granted. [NOTE: This rule may result in false positives or false negatives if relevant episodes are in previous years; please check carefully!]',
  whatToDo: 'Correct DATE_PLACED, or the day from which the child was under the placement order.',
  *check(child): Generator<Finding> {
    const [first] = datedDecisions(child);
    const made = first?.date('DATE_PLACED') ?? null;
    if (!first || made === null) return;
    let isOrdered = false;
    let isEarly = false;
    let before = child.episodes()[0];
    for (const row of child.episodes()) {
      const ended = before?.date('DEC') ?? null;
      const isNewPeriod = row.value('RNE') === 'S' || (ended !== null && (row.date('DECOM') ?? '') > ended);
      if (isNewPeriod) isOrdered = false;
      if (row.value('LS') === 'E1' && !isOrdered) {
        isOrdered = true;
        if ((row.date('DECOM') ?? made) < made) {
          isEarly = true;
          yield findingAt(row, 'DECOM', 'LS');
        }
      }
      before = row;
    }
    if (isEarly) yield findingAt(first, 'DATE_PLACED');
  },
};

/** The published rules on episodes in which a child is placed for adoption, or under an order for it. */
export const placedForAdoptionRules: readonly Rule[] = [
  withFosterCarer,
  eachRow(
    'Episodes',
    {
      code: '390',
      group: 'adoption',
      fields: ['PLACE', 'REC'],
      message: 'Reason episode ceased is adopted but child has not been previously placed for adoption.',
      whatToDo: 'Enter the placement for adoption (A3 to A6) in PLACE, or correct REC.',
    },
    (row) => isAdopted(row) && !row.isBlank('PLACE') && !isPlacedForAdoption(row),
  ),
  eachRow(
    'Episodes',
    {
      code: '408',
      group: 'adoption',
      fields: ['PLACE', 'LS'],
      message: 'Child is placed for adoption with a placement order, but no placement order has been recorded.',
      whatToDo: 'Enter E1 in LS, or A3 or A4 in PLACE if the parents consented to the placement.',
    },
    (row) => /^A[56]$/.test(row.value('PLACE')) && !row.isBlank('LS') && row.value('LS') !== 'E1',
  ),
  eachRow(
    'Episodes',
    {
      code: '516',
      group: 'adoption',
      fields: ['REC', 'PLACE'],
      message:
        'The episode data submitted for this child does not show that he/she was with their former foster carer(s) during the year.If the code in the reason episode ceased is E45 or E46 the child must have a placement code of U1 to U6.',
      whatToDo: 'Enter the foster placement in PLACE, or E47 or E48 in REC if the guardian was not the foster carer.',
    },
    (row) => /^E4[56]$/.test(row.value('REC')) && !row.isBlank('PLACE') && !/^U[1-6]$/.test(row.value('PLACE')),
  ),
  noDecision,
  placedBeforeDecision,
  orderWithoutDecision,
  orderBeforeDecision,
];
