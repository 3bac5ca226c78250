import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

type Episode = ExampleRow<'Episodes'>;

/** One child with one episode. */
function child(DOB: string, ...Episodes: Episode[]): ExampleTables {
  return { Header: [{ DOB }], Episodes };
}

/** An example of a code that is right for who is born on one day and wrong for who is born on another. */
function born(passes: string, fails: string, episode: Episode): RuleExample {
  return { passes: child(passes, episode), fails: child(fails, episode) };
}

const begun = { DECOM: '01/05/2024' };
const ceased = { DECOM: '01/05/2023', DEC: '01/06/2024' };

const afterEighteenth: RuleExample[] = [
  // Ceased on the birthday, and a day later.
  {
    passes: child('01/06/2006', { ...ceased, LS: 'C2', PLACE: 'U4' }),
    fails: child('31/05/2006', { ...ceased, LS: 'C2', PLACE: 'U4' }),
  },
  // Open at the end of the year, with the birthday on the day after and on the last day of it.
  {
    passes: child('01/04/2007', { ...begun, LS: 'C2', PLACE: 'U4' }),
    fails: child('31/03/2007', { ...begun, LS: 'C2', PLACE: 'U4' }),
  },
  {
    passes: child('01/02/2007', { ...begun, LS: 'V2', PLACE: 'K2' }),
    fails: child('01/02/2007', { ...begun, LS: 'V2', PLACE: 'K1' }),
  },
  // Born on 29 February: 18 on 1 March of 2022, which is no leap year.
  {
    year: 2022,
    passes: child('29/02/2004', { DECOM: '01/05/2021', DEC: '01/03/2022', LS: 'C2' }),
    fails: child('29/02/2004', { DECOM: '01/05/2021', DEC: '02/03/2022', LS: 'C2' }),
  },
];

const custody = { ...ceased, DEC: '01/06/2025', REASON_PLACE_CHANGE: 'CUSTOD' };

/** Returns that pass and fail for each rule on ages and the dates of births and reviews, on both sides of the day. */
export const ageExamples: RuleExamples = {
  '234': {
    year: 2026,
    passes: child('01/06/2015', custody, { DECOM: '01/06/2025' }),
    fails: child('02/06/2015', custody, { DECOM: '01/06/2025' }),
  },
  '302': born('01/05/2024', '02/05/2024', begun),
  '352': [
    born('02/05/2006', '01/05/2006', { ...begun, RNE: 'S' }),
    born('29/02/2004', '28/02/2004', { DECOM: '28/02/2022', RNE: 'S' }),
  ],
  '353': { passes: { Episodes: [{ DECOM: '14/10/1991' }] }, fails: { Episodes: [{ DECOM: '13/10/1991' }] } },
  '358': born('01/05/2014', '02/05/2014', { ...begun, LS: 'J1' }),
  '359': afterEighteenth,
  '371': [
    { year: 2024, ...born('01/05/2008', '02/05/2008', { ...begun, PLACE: 'H5' }) },
    { year: 2025, ...born('01/05/2008', '02/05/2008', { ...begun, PLACE: 'K3' }) },
    {
      year: 2024,
      passes: child('02/05/2008', { ...begun, PLACE: 'K3' }),
      fails: child('02/05/2008', { ...begun, PLACE: 'H5' }),
    },
  ],
  '372': born('01/05/2014', '02/05/2014', { ...begun, PLACE: 'R5' }),
  '373': born('01/05/2020', '02/05/2020', { ...begun, PLACE: 'S1' }),
  '374': born('01/05/2010', '02/05/2010', { ...begun, PLACE: 'P3' }),
  '386': born('02/06/2006', '01/06/2006', { ...ceased, REC: 'E11' }),
  '387': born('01/06/2010', '02/06/2010', { ...ceased, REC: 'E5' }),
  '389': born('01/06/2008', '02/06/2008', { ...ceased, REC: 'E7' }),
  '407': born('02/06/2006', '01/06/2006', { ...ceased, REC: 'E45' }),
  '440': {
    passes: { Reviews: [{ DOB: '02/06/2020', REVIEW: '01/06/2024', REVIEW_CODE: 'PN0' }] },
    fails: { Reviews: [{ DOB: '01/06/2020', REVIEW: '01/06/2024', REVIEW_CODE: 'PN0' }] },
  },
  '441': {
    passes: { Reviews: [{ DOB: '01/06/2020', REVIEW: '01/06/2024', REVIEW_CODE: 'PN7' }] },
    fails: { Reviews: [{ DOB: '02/06/2020', REVIEW: '01/06/2024', REVIEW_CODE: 'PN7' }] },
  },
  '446': {
    passes: { Episodes: [{ DECOM: '01/12/2005', LS: 'E1' }] },
    fails: { Episodes: [{ DECOM: '30/11/2005', LS: 'E1' }] },
  },
  '460': born('01/06/2006', '02/06/2006', { ...ceased, REC: 'E17' }),
};
