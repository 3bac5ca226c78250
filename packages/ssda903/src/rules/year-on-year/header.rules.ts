import { isFemale, isMale } from '../care-status.ts';
import { eachRow } from '../row-rule.ts';
import type { Rule } from '../rule.ts';
import { comparedRow, differs } from './compared-row.ts';

/** Said in place of a pupil number that is not known. */
const unknownNumber = /^UN[1-5]$/;

const lastBirth = eachRow(
  'Header',
  {
    code: '625',
    group: 'year-on-year',
    tables: ['Header', 'Episodes'],
    fields: ['MC_DOB'],
    message:
      'Date of birth of the first child is beyond the end of this reporting year or the date the child ceased to be looked after.',
    whatToDo: 'Correct MC_DOB, or leave it blank if the child was born after she ceased to be looked after.',
  },
  (row, child, { end }) => {
    const born = row.date('MC_DOB');
    return born !== null && (born > end || born > (child.episodes().at(-1)?.date('DEC') ?? end));
  },
);

const stillMother = eachRow(
  'Header',
  {
    code: '207',
    group: 'year-on-year',
    tables: ['Header', 'Episodes'],
    needsPrevious: 'Header',
    fields: ['MOTHER'],
    message: 'Mother status for the current year disagrees with the mother status already recorded for this child.',
    whatToDo: 'Enter 1 in MOTHER, as last year; if last year was wrong, correct that return.',
  },
  (row, child) =>
    child.previousRows('Header')[0]?.value('MOTHER') === '1' &&
    row.value('MOTHER') !== '1' &&
    // Care leavers are in the header too, and nothing is asked about them there.
    (!row.isBlank('MOTHER') || child.allRows('Episodes').length > 0),
);

/** The published rules that compare a child's header with last year's, and one on the date of birth of a mother's child. */
export const headerComparingRules: readonly Rule[] = [
  comparedRow(
    'Header',
    {
      code: '202',
      fields: ['SEX'],
      message: 'The gender code conflicts with the gender already recorded for this child.',
      whatToDo: 'Find out which is right. If this year is, the fault is accepted with that reason.',
    },
    ({ now, before }) => {
      if (now.isBlank('SEX') || before.isBlank('SEX')) return false;
      // The codes changed from 1 and 2 to M and F in 2025.
      if (isMale(now) || isFemale(now)) return isMale(now) !== isMale(before) || isFemale(now) !== isFemale(before);
      return now.value('SEX') !== before.value('SEX');
    },
  ),
  comparedRow(
    'Header',
    {
      code: '203',
      fields: ['DOB'],
      message: 'Date of birth disagrees with the date of birth already recorded for this child.',
      whatToDo: 'Find out which date is right, and enter it in every table of this year.',
    },
    (rows) => {
      const born = [rows.now.date('DOB'), rows.before.date('DOB')];
      return !born.includes(null) && born[0] !== born[1];
    },
  ),
  comparedRow(
    'Header',
    {
      code: '204',
      fields: ['ETHNIC'],
      message: 'Ethnic origin code disagrees with the ethnic origin already recorded for this child.',
      whatToDo: 'Ask the child how they describe themselves, and enter that.',
    },
    (rows) => differs(rows, 'ETHNIC'),
  ),
  stillMother,
  comparedRow(
    'Header',
    {
      code: '208',
      fields: ['UPN'],
      message:
        'Unique Pupil Number (UPN) for the current year disagrees with the Unique Pupil Number (UPN) already recorded for this child.',
      whatToDo: 'Find out from the school which number is right, and enter it.',
    },
    // To learn a number that was not known, or why it is not, is no disagreement.
    (rows) => differs(rows, 'UPN') && !unknownNumber.test(rows.before.value('UPN')),
  ),
  comparedRow(
    'Header',
    {
      code: '624',
      fields: ['MC_DOB'],
      message: 'Date of birth of the first child contradicts the date of birth of the first child previously recorded.',
      whatToDo: 'Enter the date of birth of her first child, as last year unless that was wrong.',
    },
    (rows) => differs(rows, 'MC_DOB'),
  ),
  lastBirth,
  comparedRow(
    'Header',
    {
      code: '626',
      fields: ['MOTHER', 'MC_DOB'],
      message:
        'Child was reported as a mother but the date of birth of the first child is before the current year which contradicts with the mother status recorded last year.',
      whatToDo: 'Correct MC_DOB or MOTHER; if she was a mother last year already, correct that return.',
    },
    ({ now, before }, { start }) =>
      now.value('MOTHER') === '1' && before.value('MOTHER') === '0' && (now.date('MC_DOB') ?? start) < start,
  ),
];
