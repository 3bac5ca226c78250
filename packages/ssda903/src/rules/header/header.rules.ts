import { plainDate } from '@mainstay/primitives';
import { birthday, bornOf, isAtLeast, isUnder } from '../birthday.ts';
import { isMale, isShortBreak } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { eachRow, nothing } from '../row-rule.ts';

const ofBoy = {
  code: '174',
  group: 'header',
  fields: ['SEX', 'MC_DOB'],
  whatToDo: 'Clear MC_DOB, or correct SEX.',
} as const;

const boyWithChild = (text: { message: string; from?: number; to?: number }) =>
  eachRow('Header', { ...ofBoy, ...text }, (row) => isMale(row) && !row.isBlank('MC_DOB'));

/** The published rules on the motherhood of a child. */
export const motherRules: readonly Rule[] = [
  boyWithChild({
    message: "Mother's child date of birth is recorded but gender shows that the child is a male.",
    to: 2024,
  }),
  boyWithChild({
    message: "Mother's child date of birth is recorded but sex shows that the child is a male.",
    from: 2025,
  }),
  eachRow(
    'Header',
    {
      code: '612',
      group: 'header',
      fields: ['SEX', 'MOTHER', 'MC_DOB'],
      message: 'Date of birth field has been completed but mother field indicates child is not a mother.',
      whatToDo: 'Clear MC_DOB, or enter 1 in MOTHER.',
    },
    (row) => row.value('MOTHER') === '0' && !row.isBlank('MC_DOB'),
  ),
  eachRow(
    'Header',
    {
      code: '620',
      group: 'header',
      fields: ['DOB', 'MOTHER'],
      message: 'Child has been recorded as a mother, but date of birth shows that the mother is under 11 years of age.',
      whatToDo: 'Correct DOB or MOTHER. The age is that on 31 March.',
    },
    (row, _child, { end }) => row.value('MOTHER') === '1' && isUnder(11, row.date('DOB'), end),
  ),
  eachRow(
    'Header',
    {
      code: '621',
      group: 'header',
      fields: ['DOB', 'MC_DOB'],
      message: 'Mother’s field has been completed but date of birth shows that the mother is younger than her child.',
      whatToDo: 'Correct DOB or MC_DOB.',
    },
    (row) => {
      const [born, childBorn] = [row.date('DOB'), row.date('MC_DOB')];
      return born !== null && childBorn !== null && born > childBorn;
    },
  ),
];

const flagged: Rule = {
  code: '303',
  group: 'header',
  tables: ['UASC', 'Header'],
  fields: ['DUC', 'UASC'],
  message: 'If date Unaccompanied Asylum-Seeking Child (UASC) status ceased is not null, UASC status must be coded 1.',
  whatToDo: 'Enter 1 in UASC if the child was unaccompanied in the year, or clear DUC.',
  cannotRun: 'In the CSV form of the return a row in the UASC table is the status, so a date cannot stand without it.',
  readsUascFlag: true,
  check(child): readonly Finding[] {
    const flag = child.header()?.source.uasc;
    if (flag === undefined || flag === '1') return nothing;
    return child
      .rows('UASC')
      .filter((row) => !row.isBlank('DUC'))
      .map((row): Finding => ({ row }));
  },
};

/** The published rules on the dates of birth of children, and on unaccompanied children's. */
export const headerBirthRules: readonly Rule[] = [
  eachRow(
    'Header',
    {
      code: '301',
      group: 'header',
      fields: ['DOB'],
      message: 'Date of birth falls after the year ended.',
      whatToDo: 'Correct DOB.',
    },
    (row, _child, { end }) => (row.date('DOB') ?? end) > end,
  ),
  eachRow(
    'Header',
    {
      code: '351',
      group: 'header',
      fields: ['DOB'],
      message: 'Child was over 25 at the start of the current collection year.',
      whatToDo: 'Correct DOB, or take the young person out of the return.',
    },
    (row, _child, { start }) => isAtLeast(26, row.date('DOB'), start),
  ),
  eachRow(
    'Header',
    {
      code: '231',
      group: 'header',
      alsoNeeds: ['UASC'],
      fields: ['DOB'],
      message:
        'We expect that unaccompanied asylum seeking children are generally older young people. Please check the date of birth is correct. If the date of birth is correct then please provide details in a bypass request.',
      whatToDo: 'Check DOB. If it is right, accept the fault and give the reason.',
      from: 2025,
    },
    (row, child, { end }) => {
      if (child.rows('UASC').length === 0) return false;
      const born = row.date('DOB');
      return born !== null && birthday(born, 11) >= end;
    },
  ),
  eachRow(
    'Header',
    {
      code: '232',
      group: 'header',
      fields: ['SEX'],
      message: 'Sex of the child/young person has been reported as unknown.',
      whatToDo: 'Enter M or F. If it is not known, accept the fault and give the reason.',
      from: 2025,
    },
    (row) => row.value('SEX') === 'U',
  ),
  flagged,
  eachRow(
    'UASC',
    {
      code: '304',
      group: 'header',
      fields: ['DUC'],
      message:
        'Date unaccompanied asylum-seeking child (UASC) status ceased must be on or before the 18th birthday of a child.',
      whatToDo: 'Enter the 18th birthday or an earlier day in DUC, or correct DOB.',
    },
    (row, child) => {
      const [born, ceased] = [bornOf(row, child), row.date('DUC')];
      return born !== null && ceased !== null && ceased > birthday(born, 18);
    },
  ),
];

/** The published rules on pupil numbers that are not known. */
export const pupilNumberRules: readonly Rule[] = [
  eachRow(
    'Header',
    {
      code: '209',
      group: 'header',
      fields: ['UPN', 'DOB'],
      message:
        'Child looked after is of school age and should not have an unknown Unique Pupil Number (UPN) code of UN1.',
      whatToDo: 'Enter the pupil number, or UN2 to UN5 with the reason it is not known.',
    },
    // Whoever was 4 on 31 August of the year before the return's began was at school when it began.
    (row, _child, { year }) =>
      row.value('UPN') === 'UN1' && isAtLeast(4, row.date('DOB'), plainDate(`${year - 2}-08-31`)),
  ),
  eachRow(
    'Header',
    {
      code: '210',
      group: 'header',
      tables: ['Header', 'Episodes'],
      fields: ['UPN', 'DECOM'],
      message:
        'Children looked after for more than a week at 31 March should not have an unknown Unique Pupil Number (UPN) code of UN4.',
      whatToDo: 'Enter the pupil number, or another reason it is not known: UN4 is for the last week of the year.',
    },
    (row, child, { year }) => {
      if (row.value('UPN') !== 'UN4') return false;
      const begun =
        child
          .episodes()
          .find((episode) => !isShortBreak(episode))
          ?.date('DECOM') ?? null;
      return begun !== null && begun < `${year}-03-24`;
    },
  ),
];
