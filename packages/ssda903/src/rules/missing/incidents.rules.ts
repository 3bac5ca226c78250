import { inOrder } from '../../checking/child-rows.ts';
import { eachRow } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';

const overlapping: Rule = {
  code: '574',
  group: 'missing',
  tables: ['Missing'],
  fields: ['MIS_START', 'MIS_END'],
  message:
    'A new missing/away from placement without authorisation period cannot start when the previous missing/away from placement without authorisation period is still open. Missing/away from placement without authorisation periods should also not overlap.',
  whatToDo: 'Enter the end of the incident before this one, or correct the dates: incidents must not overlap.',
  *check(child): Generator<Finding> {
    const incidents = inOrder(child.rows('Missing'), 'MIS_START', 'MIS_END');
    let isOpen = false;
    let latestEnd = '';
    for (const row of incidents) {
      if (isOpen || (row.date('MIS_START') ?? '') < latestEnd) yield findingAt(row, 'MIS_START', 'MIS_END');
      isOpen ||= row.isBlank('MIS_END');
      const ended = row.date('MIS_END') ?? '';
      if (ended > latestEnd) latestEnd = ended;
    }
  },
};

/** The published rules on incidents of being missing or away that need no other table. */
export const incidentRules: readonly Rule[] = [
  eachRow(
    'Missing',
    {
      code: '565',
      group: 'missing',
      fields: ['MISSING', 'MIS_START'],
      message:
        'The date that the child started to be missing or away from placement without authorisation has been completed but whether the child was missing or away from placement without authorisation has not been completed.',
      whatToDo: 'Enter M (missing) or A (away without authorisation) in MISSING.',
    },
    (row) => row.isBlank('MISSING') && !row.isBlank('MIS_START'),
  ),
  eachRow(
    'Missing',
    {
      code: '566',
      group: 'missing',
      fields: ['MISSING', 'MIS_END'],
      message:
        "The date that the child's episode of being missing or away from placement without authorisation ended has been completed but whether the child was missing or away without authorisation has not been completed.",
      whatToDo: 'Enter M (missing) or A (away without authorisation) in MISSING.',
    },
    (row) => row.isBlank('MISSING') && !row.isBlank('MIS_END'),
  ),
  eachRow(
    'Missing',
    {
      code: '567',
      group: 'missing',
      fields: ['MIS_START', 'MIS_END'],
      message:
        'The date that the missing episode or episode that the child was away from placement without authorisation ended is before the date that it started.',
      whatToDo: 'Correct MIS_START or MIS_END.',
    },
    (row) => (row.date('MIS_END') ?? '9999') < (row.date('MIS_START') ?? ''),
  ),
  eachRow(
    'Missing',
    {
      code: '570',
      group: 'missing',
      fields: ['MIS_START'],
      message:
        'The date that the child started to be missing or away from placement without authorisation is after the end of the collection year.',
      whatToDo: 'Correct MIS_START, or leave the incident for the return of the year in which it began.',
    },
    (row, _child, { end }) => (row.date('MIS_START') ?? '') > end,
  ),
  eachRow(
    'Missing',
    {
      code: '571',
      group: 'missing',
      fields: ['MIS_END'],
      message:
        'The date that the child ceased to be missing or away from placement without authorisation is before the start or after the end of the collection year.',
      whatToDo:
        'Correct MIS_END; leave it blank if the incident was open on 31 March, and take out one that ended before the year.',
    },
    (row, _child, { start, end }) => {
      const ended = row.date('MIS_END');
      return ended !== null && (ended < start || ended > end);
    },
  ),
  overlapping,
  eachRow(
    'Missing',
    {
      code: '586',
      group: 'missing',
      fields: ['MIS_START'],
      message: 'Dates of missing periods are before child’s date of birth.',
      whatToDo: 'Correct MIS_START, or the date of birth wherever the return holds it.',
    },
    (row) => (row.date('MIS_START') ?? '9999') < (row.date('DOB') ?? ''),
  ),
];
