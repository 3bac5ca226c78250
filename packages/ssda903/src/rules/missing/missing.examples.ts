import type { ExampleRow, ExampleTables, RuleExamples } from '../../testing/example-return.ts';

const incident = { MISSING: 'M', MIS_START: '01/06/2024', MIS_END: '03/06/2024' };
const open = { MISSING: 'A', MIS_START: '01/06/2024' };
const first = { DECOM: '01/05/2024', RNE: 'S', LS: 'C2', DEC: '10/06/2024', REC: 'X1' };
const left = { ...first, REC: 'E4A' };

const missing = (...rows: ExampleRow<'Missing'>[]): ExampleTables => ({ Missing: rows });
const away = (episodes: readonly ExampleRow<'Episodes'>[], ...rows: ExampleRow<'Missing'>[]): ExampleTables => ({
  Episodes: episodes,
  Missing: rows,
});

/** Returns that pass and fail for each rule on incidents of being missing or away. */
export const missingExamples: RuleExamples = {
  '565': { passes: missing(incident), fails: missing({ MIS_START: '01/06/2024' }) },
  '566': { passes: missing(incident), fails: missing({ MIS_END: '03/06/2024' }) },
  '567': {
    passes: missing({ ...incident, MIS_END: '01/06/2024' }),
    fails: missing({ ...incident, MIS_END: '31/05/2024' }),
  },
  '570': {
    passes: missing({ MISSING: 'M', MIS_START: '31/03/2025' }),
    fails: missing({ MISSING: 'M', MIS_START: '01/04/2025' }),
  },
  '571': [
    {
      passes: missing({ ...incident, MIS_END: '31/03/2025' }),
      fails: missing({ ...incident, MIS_END: '01/04/2025' }),
    },
    {
      passes: missing({ MIS_START: '01/03/2024', MIS_END: '01/04/2024' }),
      fails: missing({ MIS_START: '01/03/2024', MIS_END: '31/03/2024' }),
    },
  ],
  '574': [
    {
      passes: missing(incident, { ...open, MIS_START: '03/06/2024' }),
      fails: missing(incident, { ...open, MIS_START: '02/06/2024' }),
    },
    {
      passes: missing({ ...open, MIS_START: '04/06/2024' }, incident),
      fails: missing(open, { ...incident, MIS_START: '02/06/2024' }),
    },
    {
      // A long incident reaches over the next one into a third.
      passes: missing(incident, { MIS_START: '03/06/2024', MIS_END: '04/06/2024' }, { MIS_START: '05/06/2024' }),
      fails: missing({ ...incident, MIS_END: '09/06/2024' }, { MIS_START: '08/06/2024', MIS_END: '10/06/2024' }),
    },
  ],
  '575': [
    { passes: away([first], incident), fails: away([first], open) },
    {
      passes: away([first, { DECOM: '10/06/2024', RNE: 'L' }], open),
      fails: away([first, { DECOM: '10/06/2024', RNE: 'P' }], open),
    },
    {
      passes: away([first, { DECOM: '10/06/2024', RNE: 'P' }], { ...open, MIS_START: '10/06/2024' }),
      fails: away([first, { DECOM: '10/06/2024', RNE: 'P' }], { ...open, MIS_START: '09/06/2024' }),
    },
  ],
  '577': [
    { passes: away([first], open), fails: away([left], open) },
    {
      passes: away([left, { DECOM: '01/07/2024', RNE: 'S' }], { ...open, MIS_START: '02/07/2024' }),
      fails: away([left, { DECOM: '01/07/2024', RNE: 'S' }], open),
    },
  ],
  '578': [
    {
      passes: away([left], { ...open, MIS_START: '09/06/2024' }),
      fails: away([left], { ...open, MIS_START: '10/06/2024' }),
    },
    {
      passes: away([left, { DECOM: '01/07/2024', RNE: 'S' }], { ...open, MIS_START: '01/07/2024' }),
      fails: away([left, { DECOM: '01/07/2024', RNE: 'S' }], { ...open, MIS_START: '30/06/2024' }),
    },
  ],
  '580': [
    {
      passes: away([{ ...left, REC: 'E8' }], { ...incident, MIS_END: '10/06/2024' }),
      fails: away([left], { ...incident, MIS_END: '10/06/2024' }),
    },
    { passes: away([left], { ...incident, MIS_END: '09/06/2024' }), fails: away([left], open) },
  ],
  '581': {
    passes: away([first], { ...open, MIS_START: '01/05/2024' }),
    fails: away([first], { ...open, MIS_START: '30/04/2024' }),
  },
  '586': {
    passes: missing({ ...incident, DOB: '01/06/2024' }),
    fails: missing({ ...incident, DOB: '02/06/2024' }),
  },
};
