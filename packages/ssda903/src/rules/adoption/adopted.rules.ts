import { eachRow } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { firstsOfPlacements, isAdopted, isPlacedForAdoption } from './adoption-facts.ts';

const matchedAfterPlaced: Rule = {
  code: '331',
  group: 'adoption',
  tables: ['AD1', 'Episodes'],
  fields: ['DATE_MATCH', 'DECOM', 'REC'],
  message:
    'Date of matching child and adopter(s) should be the same as, or prior to, the date of placement of adoption.',
  whatToDo: 'Correct DATE_MATCH, or the day on which the placement with the adopters began.',
  *check(child): Generator<Finding> {
    for (const details of child.rows('AD1')) {
      const matched = details.date('DATE_MATCH');
      if (matched === null) continue;
      const adopted = child.episodes().filter(isAdopted);
      if (adopted.length === 0) return;
      const firsts = firstsOfPlacements(child);
      const placed = adopted
        .map((episode) => firsts.get(episode) ?? episode)
        .filter((episode) => (episode.date('DECOM') ?? matched) < matched);
      if (placed.length > 0) yield findingAt(details, 'DATE_MATCH');
      for (const episode of placed) yield findingAt(episode, 'DECOM', 'REC');
    }
  },
};

const decidedBeforeCare: Rule = {
  code: '334',
  group: 'adoption',
  tables: ['Episodes', 'AD1'],
  fields: ['DATE_INT', 'DECOM', 'RNE'],
  message:
    'Date child started to be looked after in latest period of care must be on or prior to the date should be placed for adoption.',
  whatToDo: 'Correct DATE_INT, or the day on which the child started to be looked after.',
  *check(child): Generator<Finding> {
    for (const details of child.rows('AD1')) {
      const decided = details.date('DATE_INT');
      const start = child.episodes().findLast((episode) => episode.value('RNE') === 'S');
      if (decided === null || !start || decided >= (start.date('DECOM') ?? decided)) continue;
      yield findingAt(details, 'DATE_INT');
      yield findingAt(start, 'DECOM', 'RNE');
    }
  },
};

const otherCarer: Rule = {
  code: '335',
  group: 'adoption',
  tables: ['Episodes', 'AD1'],
  fields: ['PLACE', 'FOSTER_CARE'],
  message:
    'The current foster value (0) suggests that child is not adopted by current foster carer, but last placement is A2, A3, or A5. Or the current foster value (1) suggests that child is adopted by current foster carer, but last placement is A1, A4 or A6.',
  whatToDo: 'Enter 1 in FOSTER_CARE with A3 or A5 in PLACE, 0 with A4 or A6; correct whichever is wrong.',
  *check(child): Generator<Finding> {
    for (const details of child.rows('AD1')) {
      const wrong = details.value('FOSTER_CARE') === '0' ? /^A[35]$/ : /^A[46]$/;
      if (!/^[01]$/.test(details.value('FOSTER_CARE'))) continue;
      const placed = child.rows('Episodes').filter((row) => isAdopted(row) && wrong.test(row.value('PLACE')));
      if (placed.length > 0) yield findingAt(details, 'FOSTER_CARE');
      for (const row of placed) yield findingAt(row, 'PLACE');
    }
  },
};

const decidedAfterPlaced: Rule = {
  code: '521',
  group: 'adoption',
  tables: ['Episodes', 'AD1'],
  fields: ['PLACE', 'DECOM', 'DATE_INT'],
  message:
    "Date of local authority's decision (LA) that adoption is in the best interests of the child (date should be placed) must be on or prior to the date the child is placed for adoption.",
  whatToDo: 'Correct DATE_INT, or the day on which the placement for adoption began.',
  *check(child): Generator<Finding> {
    for (const details of child.rows('AD1')) {
      const decided = details.date('DATE_INT');
      if (decided === null) continue;
      const placed = child
        .episodes()
        .filter((episode) => isPlacedForAdoption(episode) && (episode.date('DECOM') ?? decided) < decided);
      if (placed.length > 0) yield findingAt(details, 'DATE_INT');
      for (const episode of placed) yield findingAt(episode, 'PLACE', 'DECOM');
    }
  },
};

const matchedOnAdoption: Rule = {
  code: '582',
  group: 'adoption',
  tables: ['Episodes', 'AD1'],
  fields: ['DEC', 'DATE_MATCH'],
  message:
    'Child is showing as ceasing to be looked after due to adoption, but the date of adoption is the same as the date reported for being matched with adopters. In most circumstances we expect the date the child is matched with adopters to be before the date of adoption.',
  whatToDo: 'Check DATE_MATCH against the record of the match, and DEC against the adoption order.',
  *check(child): Generator<Finding> {
    for (const details of child.rows('AD1')) {
      const matched = details.date('DATE_MATCH');
      if (matched === null) continue;
      const adopted = child.rows('Episodes').filter((row) => isAdopted(row) && row.date('DEC') === matched);
      if (adopted.length > 0) yield findingAt(details, 'DATE_MATCH');
      for (const row of adopted) yield findingAt(row, 'DEC');
    }
  },
};

/** The published rules that hold the details of an adoption (AD1) against the episodes that led to it. */
export const adoptedRules: readonly Rule[] = [
  matchedAfterPlaced,
  eachRow(
    'AD1',
    {
      code: '333',
      group: 'adoption',
      fields: ['DATE_INT'],
      message: 'Date should be placed for adoption must be on or prior to the date of matching child with adopter(s).',
      whatToDo: 'Enter the day of the decision in DATE_INT, on or before DATE_MATCH; or correct DATE_MATCH.',
    },
    (row) => {
      const matched = row.date('DATE_MATCH');
      return matched !== null && (row.isBlank('DATE_INT') || (row.date('DATE_INT') ?? matched) > matched);
    },
  ),
  decidedBeforeCare,
  otherCarer,
  decidedAfterPlaced,
  matchedOnAdoption,
];
