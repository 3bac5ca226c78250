import { plainDate } from '@mainstay/primitives';
import { birthday, bornOf, isAtLeast, isUnder } from '../birthday.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import type { Rule } from '../rule.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';

/** The day the Children Act 1989 came into force. */
const childrenActBegan = plainDate('1991-10-14');

/** The month in which placement orders began to be made. */
const placementOrdersBegan = plainDate('2005-12-01');

const beforeBirth = someRows(
  'Episodes',
  {
    code: '302',
    group: 'age-and-duration',
    tables: ['Header', 'Episodes'],
    fields: ['DECOM', 'DOB'],
    message: 'First episode starts before child was born.',
    whatToDo: 'Correct DECOM, or DOB in Header.',
  },
  (child) => {
    const first = child.episodes()[0];
    const born = child.dateOfBirth();
    return first && born !== null && (first.date('DECOM') ?? born) < born ? [first] : nothing;
  },
);

const afterEighteenth = eachRow(
  'Episodes',
  {
    code: '359',
    group: 'age-and-duration',
    tables: ['Header', 'Episodes'],
    fields: ['DEC', 'LS', 'PLACE'],
    message:
      'Child being looked after following 18th birthday must be accommodated under section 20(5) of the Children Act 1989 in a community home.',
    whatToDo:
      'Enter the day the young person ceased to be looked after, at the latest the 18th birthday; only V2 in a home (K2) may go on.',
  },
  (row, child, { end }) => {
    if (row.value('LS') === 'V2' && row.value('PLACE') === 'K2') return false;
    const born = child.dateOfBirth();
    const ended = row.date('DEC');
    if (born === null || isUnder(18, born, ended ?? end)) return false;
    const eighteenth = birthday(born, 18);
    return ended === null ? row.isBlank('DEC') && eighteenth <= end : ended > eighteenth;
  },
);

const custodyUnderTen = someRows(
  'Episodes',
  {
    code: '234',
    group: 'age-and-duration',
    tables: ['Episodes', 'Header'],
    fields: ['REASON_PLACE_CHANGE', 'DOB'],
    message: 'A child aged under 10 can not change placement due to being admitted to custody',
    whatToDo: 'Correct REASON_PLACE_CHANGE, the dates of the episode, or DOB in Header.',
    from: 2026,
  },
  (child) => {
    const episodes = child.episodes();
    let faulty: ReturnRow<'Episodes'>[] | null = null;
    for (const [index, row] of episodes.entries()) {
      if (row.value('REASON_PLACE_CHANGE') !== 'CUSTOD') continue;
      const changed = episodes[index + 1]?.date('DECOM') ?? row.date('DEC');
      if (isUnder(10, child.dateOfBirth(), changed)) (faulty ??= []).push(row);
    }
    return faulty ?? nothing;
  },
);

/** The published rules on dates before which nothing of a kind can be, and on ages that reviews and custody ask for. */
export const birthRules: readonly Rule[] = [
  custodyUnderTen,
  beforeBirth,
  eachRow(
    'Episodes',
    {
      code: '353',
      group: 'age-and-duration',
      fields: ['DECOM'],
      message: 'No episode submitted can start before 14 October 1991.',
      whatToDo: 'Correct DECOM.',
    },
    (row) => (row.date('DECOM') ?? childrenActBegan) < childrenActBegan,
  ),
  afterEighteenth,
  eachRow(
    'Reviews',
    {
      code: '440',
      group: 'age-and-duration',
      fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
      message:
        'Participation method indicates child was under 4 years old at the time of the review, but date of birth and review date indicates the child was 4 years old or over.',
      whatToDo: 'Enter how the child took part (PN1 to PN7), or correct REVIEW or DOB.',
    },
    (row, child) => row.value('REVIEW_CODE') === 'PN0' && isAtLeast(4, bornOf(row, child), row.date('REVIEW')),
  ),
  eachRow(
    'Reviews',
    {
      code: '441',
      group: 'age-and-duration',
      fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
      message:
        'Participation method indicates child was 4 years old or over at the time of the review, but the date of birth and review date indicates the child was under 4 years old.',
      whatToDo: 'Enter PN0, or correct REVIEW or DOB.',
    },
    (row, child) => /^PN[1-7]$/.test(row.value('REVIEW_CODE')) && isUnder(4, bornOf(row, child), row.date('REVIEW')),
  ),
  eachRow(
    'Episodes',
    {
      code: '446',
      group: 'age-and-duration',
      fields: ['LS', 'DECOM'],
      message: 'E1 is not a valid code for episodes starting before December 2005.',
      whatToDo: 'Correct LS (D1 for a freeing order) or DECOM.',
    },
    (row) => row.value('LS') === 'E1' && (row.date('DECOM') ?? placementOrdersBegan) < placementOrdersBegan,
  ),
];
