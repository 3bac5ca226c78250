import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const yes = { IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'U1' };
const lastYear = [{ DECOM: '01/05/2022', DEC: '31/03/2024', REC: 'E4A' }];
const thisYear = [{ DECOM: '01/05/2022', DEC: '01/04/2024', REC: 'E4A' }];
const allYear = [{ DECOM: '01/04/2024', RNE: 'S', LS: 'C2' }];
const oneDayLess = [{ DECOM: '02/04/2024', RNE: 'S', LS: 'C2' }];

type Leaver = ExampleRow<'OC3'>;

/** A row that is right for somebody born on one day and wrong for somebody born on another. */
function born(passes: string, fails: string, row: Leaver): RuleExample {
  return { passes: { OC3: [{ ...row, DOB: passes }] }, fails: { OC3: [{ ...row, DOB: fails }] } };
}

/** A care leaver, born when given, whose last episode is as given. */
function leaver(DOB: string, episode: ExampleRow<'Episodes'>, row: Leaver = yes): ExampleTables {
  return { OC3: [{ ...row, DOB }], Episodes: [{ DECOM: '01/05/2022', ...episode }] };
}

const adopters = [{ DATE_INT: '01/05/2023' }];

/** Returns that pass and fail for each rule on care leavers, on both sides of the day. */
export const careLeaverExamples: RuleExamples = {
  '187': [
    { passes: { Episodes: oneDayLess, OC3: [yes] }, fails: { Episodes: allYear, OC3: [yes] } },
    { passes: { Episodes: allYear, AD1: [{}] }, fails: { Episodes: allYear, AD1: adopters } },
  ],
  '344': {
    passes: { OC3: [{ IN_TOUCH: 'RHOM', ACTIV: '0', ACCOM: '0' }] },
    fails: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: 'U1' }] },
  },
  '345': {
    passes: { OC3: [yes, { IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }] },
    fails: { OC3: [{ ...yes, ACTIV: '0' }] },
  },
  '347': born('01/04/2006', '02/04/2006', { ...yes, ACCOM: 'T1' }),
  '391': born('31/03/2008', '01/04/2008', yes),
  '628': [
    {
      passes: { Header: [{ MOTHER: '0' }], Episodes: thisYear, OC3: [yes] },
      fails: { Header: [{ MOTHER: '0' }], Episodes: lastYear, OC3: [yes] },
    },
    { passes: { Header: [{}], OC3: [yes] }, fails: { Header: [{ MOTHER: '1' }], OC3: [yes] } },
  ],
  '1007': [
    // 16 and 17 on 31 March, and 18 and 19.
    { passes: leaver('01/04/2008', {}), fails: leaver('31/03/2008', {}) },
    { passes: leaver('31/03/2006', {}), fails: leaver('01/04/2006', {}) },
    { passes: leaver('01/06/2007', { DEC: '01/05/2024', REC: 'E4A' }), fails: leaver('01/06/2007', {}) },
    { passes: leaver('01/06/2007', {}, {}), fails: leaver('01/06/2007', {}) },
  ],
  '1012': {
    passes: { Episodes: thisYear, OC3: [yes], Missing: [{ MISSING: 'M' }] },
    fails: { Episodes: lastYear, OC3: [yes], Missing: [{ MISSING: 'M' }] },
  },
  '1014': {
    passes: { Episodes: lastYear, OC3: [yes], UASC: [{}] },
    fails: { Episodes: lastYear, OC3: [yes], UASC: [{ DUC: '01/05/2023' }] },
  },
  '1016': [
    // The 18th birthday, and the 17th, and the day after each.
    {
      passes: leaver('01/06/2006', { DEC: '01/06/2024', REC: 'E5' }),
      fails: leaver('01/06/2006', { DEC: '02/06/2024', REC: 'E5' }),
    },
    {
      passes: leaver('01/06/2007', { DEC: '01/06/2024', REC: 'E4A' }),
      fails: leaver('01/06/2007', { DEC: '02/06/2024', REC: 'E4A' }),
    },
    // Born on 29 February: the birthday of 2025 is 1 March.
    {
      passes: leaver('29/02/2008', { DEC: '01/03/2025', REC: 'E4A' }),
      fails: leaver('29/02/2008', { DEC: '02/03/2025', REC: 'E4A' }),
    },
  ],
  '3001': [
    born('31/03/2007', '01/04/2007', { ...yes, ACCOM: 'Z1' }),
    born('01/04/2008', '31/03/2008', { ...yes, ACCOM: 'Z2' }),
  ],
};
