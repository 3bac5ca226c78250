import type { ReturnRow } from '../../checking/return-row.ts';
import { eachRow, type RuleText } from '../row-rule.ts';
import type { Rule } from '../rule.ts';

const couple = /^(?:MM|FF|MF)$/;
const sameSex = /^(?:MM|FF)$/;
const single = /^[MF]1$/;
const bothSexes = /^MF$/;

interface StatusRule {
  readonly code: string;
  readonly status: string;
  readonly allowed: RegExp;
  readonly message: string;
  readonly codes: string;
}

const statusRules: readonly StatusRule[] = [
  {
    code: '514',
    status: 'L0',
    allowed: single,
    codes: 'M1 or F1',
    message:
      'Data entry on the legal status of adopters shows a single adopter but data entry for the numbers of adopters shows it as a couple.',
  },
  {
    code: '517',
    status: 'L3',
    allowed: bothSexes,
    codes: 'MF',
    message:
      'If reporting legal status of adopters is L3 then the genders of adopters should be coded as MF. MF = the adopting couple are male and female.',
  },
  {
    code: '518',
    status: 'L4',
    allowed: sameSex,
    codes: 'MM or FF',
    message:
      'If reporting legal status of adopters is L4 then the genders of adopters should be coded as MM or FF. MM = the adopting couple are both males. FF = the adopting couple are both females.',
  },
  {
    code: '519',
    status: 'L2',
    allowed: couple,
    codes: 'MM, FF or MF',
    message:
      'Data entered on the legal status of adopters shows civil partnership couple, but data entered on genders of adopters does not show it as a couple.',
  },
  {
    code: '520',
    status: 'L11',
    allowed: bothSexes,
    codes: 'MF',
    message:
      'Data entry on the legal status of adopters shows different gender married couple but data entry on genders of adopters shows it as a same gender couple.',
  },
  {
    code: '524',
    status: 'L12',
    allowed: sameSex,
    codes: 'MM or FF',
    message:
      'If reporting legal status of adopters is L12 then the genders of adopters should be coded as MM or FF. MM = the adopting couple are both males. FF = the adopting couple are both females',
  },
];

/** A rule on AD1 that a sex of the adopters, when given, is one of some. */
function sexRule(text: Omit<RuleText, 'group'>, isAbout: (row: ReturnRow<'AD1'>) => boolean, allowed: RegExp): Rule {
  return eachRow(
    'AD1',
    { ...text, group: 'adoption' },
    (row) => isAbout(row) && !row.isBlank('SEX_ADOPTR') && !allowed.test(row.value('SEX_ADOPTR')),
  );
}

/** The published rules on who adopted: the number, sex and legal status of the adopters. */
export const adopterRules: readonly Rule[] = [
  sexRule(
    {
      code: '511',
      fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
      message:
        'If reporting that the number of person(s) adopting the looked after child is two adopters then the code should only be MM, FF or MF. MM = the adopting couple are both males; FF = the adopting couple are both females; MF = The adopting couple are male and female.',
      whatToDo: 'Enter MM, FF or MF in SEX_ADOPTR, or 1 in NB_ADOPTR if one person adopted.',
    },
    (row) => row.value('NB_ADOPTR') === '2',
    couple,
  ),
  ...statusRules.map(({ code, status, allowed, message, codes }) =>
    sexRule(
      {
        code,
        fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
        message,
        whatToDo: `Enter ${codes} in SEX_ADOPTR, or another legal status than ${status} in LS_ADOPTR.`,
      },
      (row) => row.value('LS_ADOPTR') === status,
      allowed,
    ),
  ),
];
