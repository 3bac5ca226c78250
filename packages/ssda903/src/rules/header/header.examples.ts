import type { ExampleRow, RuleExample, RuleExamples } from '../../testing/example-return.ts';

type Header = ExampleRow<'Header'>;

/** A header that is right with one date of birth and wrong with another. */
function born(passes: string, fails: string, row: Header = {}): RuleExample {
  return { passes: { Header: [{ ...row, DOB: passes }] }, fails: { Header: [{ ...row, DOB: fails }] } };
}

const headers = (passes: Header, fails: Header): RuleExample => ({
  passes: { Header: [passes] },
  fails: { Header: [fails] },
});

const newUpn = { Header: [{ UPN: 'UN4' }] };

/** Returns that pass and fail for each rule on the header and on unaccompanied children, on both sides of the day. */
export const headerExamples: RuleExamples = {
  '174': [
    { year: 2024, ...headers({ SEX: '2', MC_DOB: '01/05/2024' }, { SEX: '1', MC_DOB: '01/05/2024' }) },
    headers({ SEX: 'F', MC_DOB: '01/05/2024' }, { SEX: 'M', MC_DOB: '01/05/2024' }),
  ],
  '209': born('01/09/2019', '31/08/2019', { UPN: 'UN1' }),
  '210': [
    {
      passes: { ...newUpn, Episodes: [{ DECOM: '24/03/2025' }] },
      fails: { ...newUpn, Episodes: [{ DECOM: '23/03/2025' }] },
    },
    {
      passes: { ...newUpn, Episodes: [{ DECOM: '01/05/2024', LS: 'V3' }] },
      fails: { ...newUpn, Episodes: [{ DECOM: '01/05/2024', LS: 'V2' }] },
    },
  ],
  '231': [
    {
      passes: { Header: [{ DOB: '30/03/2014' }], UASC: [{}] },
      fails: { Header: [{ DOB: '31/03/2014' }], UASC: [{}] },
    },
    { passes: { Header: [{ DOB: '01/05/2018' }] }, fails: { Header: [{ DOB: '01/05/2018' }], UASC: [{}] } },
  ],
  '232': headers({ SEX: 'F' }, { SEX: 'U' }),
  '301': born('31/03/2025', '01/04/2025'),
  '304': [
    {
      passes: { UASC: [{ DOB: '01/06/2006', DUC: '01/06/2024' }] },
      fails: { UASC: [{ DOB: '01/06/2006', DUC: '02/06/2024' }] },
    },
    {
      passes: { UASC: [{ DOB: '29/02/2004', DUC: '01/03/2022' }] },
      fails: { UASC: [{ DOB: '29/02/2004', DUC: '02/03/2022' }] },
    },
  ],
  '351': born('02/04/1998', '01/04/1998'),
  '612': headers({ SEX: 'F', MOTHER: '1', MC_DOB: '01/05/2024' }, { SEX: 'F', MOTHER: '0', MC_DOB: '01/05/2024' }),
  '620': born('31/03/2014', '01/04/2014', { MOTHER: '1' }),
  '621': headers({ DOB: '01/05/2024', MC_DOB: '01/05/2024' }, { DOB: '01/05/2024', MC_DOB: '30/04/2024' }),
};
