import type { PlainDate } from '@mainstay/primitives';
import { eachRow } from '../row-rule.ts';
import { isShortBreak } from '../care-status.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { datedDecisions } from './adoption-facts.ts';

const decisionDates = ['DATE_PLACED', 'DATE_PLACED_CEASED'] as const;

const tooLate: Rule = {
  code: '117',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
  message:
    'Date of decision that a child should/should no longer be placed for adoption is beyond the current collection year or after the child ceased to be looked after.',
  whatToDo: 'Correct the date of the decision or of its reversal, or the day the child ceased to be looked after.',
  *check(child, { end }): Generator<Finding> {
    const decisions = child.rows('PlacedAdoption');
    if (decisions.length === 0) return;
    const last = child.episodes().findLast((episode) => episode.value('REC') !== 'X1');
    const left = last?.date('DEC') ?? null;
    const isAfterCare = (day: PlainDate | null) => day !== null && left !== null && day > left;
    let hasLeft = false;
    for (const row of decisions) {
      const fields = decisionDates.filter((column) => (row.date(column) ?? '') > end || isAfterCare(row.date(column)));
      if (fields.length > 0) yield findingAt(row, ...fields);
      hasLeft ||= decisionDates.some((column) => isAfterCare(row.date(column)));
    }
    if (last && hasLeft) yield findingAt(last, 'DEC', 'REC');
  },
};

const reversedTooEarly: Rule = {
  code: '118',
  group: 'adoption',
  tables: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
  message:
    'Date of decision that a child should no longer be placed for adoption is before the current collection year or before the date the child started to be looked after.',
  whatToDo:
    'Correct DATE_PLACED_CEASED. A decision that was reversed before this collection year is not returned again.',
  *check(child, { start }): Generator<Finding> {
    const decisions = child.rows('PlacedAdoption');
    if (decisions.length === 0) return;
    const first = child.episodes().find((episode) => !isShortBreak(episode));
    const begun = first?.date('DECOM') ?? start;
    let isBeforeCare = false;
    for (const row of decisions) {
      const reversed = row.date('DATE_PLACED_CEASED');
      if (reversed === null) continue;
      if (reversed < start || reversed < begun) yield findingAt(row, 'DATE_PLACED_CEASED');
      isBeforeCare ||= reversed < begun;
    }
    if (first && isBeforeCare && begun > start) yield findingAt(first, 'DECOM', 'LS');
  },
};

const overlapping: Rule = {
  code: '579',
  group: 'adoption',
  tables: ['PlacedAdoption'],
  fields: decisionDates,
  message:
    'A new decision that the child should be placed for adoption this year cannot start when the previous decision is still open. Decisions to place the child for adoption should also not overlap. The date of any new decision to place the child for adoption must not be before the date placed ceased of previous decisions.',
  whatToDo: 'Enter the day the earlier decision was reversed, on or before the day of the new one.',
  *check(child): Generator<Finding> {
    let isOpen = false;
    let latestReversal = '';
    for (const row of datedDecisions(child)) {
      if (isOpen || latestReversal > (row.date('DATE_PLACED') ?? '')) yield findingAt(row, ...decisionDates);
      isOpen ||= row.isBlank('DATE_PLACED_CEASED');
      const reversed = row.date('DATE_PLACED_CEASED') ?? '';
      if (reversed > latestReversal) latestReversal = reversed;
    }
  },
};

const notReversed: Rule = {
  code: '583',
  group: 'adoption',
  tables: ['PlacedAdoption'],
  fields: decisionDates,
  message:
    'More than one date the child should be placed for adoption has been reported, but an earlier decision has not been revoked. Check that both dates are required and add in the date the earlier decision was revoked. Note this may be in a previous year.',
  whatToDo: 'Enter the day this decision was reversed in DATE_PLACED_CEASED, or take out a decision made once only.',
  *check(child): Generator<Finding> {
    for (const row of datedDecisions(child).slice(0, -1)) {
      if (row.isBlank('DATE_PLACED_CEASED')) yield findingAt(row, ...decisionDates);
    }
  },
};

/** The published rules on the decisions to place a child for adoption, and their reversal. */
export const adoptionDecisionRules: readonly Rule[] = [
  tooLate,
  reversedTooEarly,
  eachRow(
    'PlacedAdoption',
    {
      code: '184',
      group: 'adoption',
      fields: ['DATE_PLACED', 'DOB'],
      alsoNeeds: ['Header'],
      message: 'Date of decision that a child should be placed for adoption is before the child was born.',
      whatToDo: 'Correct DATE_PLACED, or the date of birth wherever the return holds it.',
    },
    (row, child) => (row.date('DATE_PLACED') ?? '9999') < (child.dateOfBirth() ?? ''),
  ),
  eachRow(
    'PlacedAdoption',
    {
      code: '522',
      group: 'adoption',
      fields: decisionDates,
      message:
        'Date of decision that the child should be placed for adoption must be on or before the date that a child should no longer be placed for adoption.',
      whatToDo: 'Correct DATE_PLACED or DATE_PLACED_CEASED.',
    },
    (row) => (row.date('DATE_PLACED_CEASED') ?? '9999') < (row.date('DATE_PLACED') ?? ''),
  ),
  eachRow(
    'PlacedAdoption',
    {
      code: '563',
      group: 'adoption',
      fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
      message:
        'The child should no longer be placed for adoption but the date of the decision that the child should be placed for adoption is blank',
      whatToDo: 'Enter the day of the decision that was reversed in DATE_PLACED.',
    },
    (row) => row.isBlank('DATE_PLACED') && (!row.isBlank('DATE_PLACED_CEASED') || !row.isBlank('REASON_PLACED_CEASED')),
  ),
  overlapping,
  notReversed,
];
