import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const inCare = { DECOM: '01/05/2022', LS: 'C2' };

const workers = (...rows: ExampleRow<'SWEpisodes'>[]): ExampleTables => ({ SWEpisodes: rows });
const ended = (year: number, fits: string, other: string): RuleExample => ({
  year,
  passes: workers({ SW_DECOM: '01/05/2021', SW_DEC: fits }),
  fails: workers({ SW_DECOM: '01/05/2021', SW_DEC: other }),
});

/** Returns that pass and fail for each rule on which social workers are reported. */
export const reportingExamples: RuleExamples = {
  SW06STG2: { passes: workers({ SW_DECOM: '31/03/2025' }), fails: workers({ SW_DECOM: '01/04/2025' }) },
  SW07STG2: [
    ended(2024, '01/04/2023', '31/03/2023'),
    ended(2025, '01/04/2023', '31/03/2023'),
    ended(2025, '31/03/2025', '01/04/2025'),
  ],
  SW12STG2: [
    {
      passes: { Episodes: [inCare], ...workers({ SW_DECOM: '01/04/2024' }) },
      fails: { Episodes: [inCare], ...workers({ SW_DECOM: '02/04/2024' }) },
    },
    {
      passes: { Episodes: [{ ...inCare, DECOM: '01/06/2024' }], ...workers({ SW_DECOM: '01/06/2024' }) },
      fails: { Episodes: [{ ...inCare, DECOM: '01/06/2024' }], ...workers({ SW_DECOM: '02/06/2024' }) },
    },
    {
      passes: { Episodes: [{ ...inCare, DEC: '31/03/2025', REC: 'E4A' }] },
      fails: { Episodes: [inCare] },
    },
    { passes: { Episodes: [{ ...inCare, LS: 'V4' }] }, fails: { Episodes: [{ ...inCare, LS: 'V2' }] } },
  ],
};
