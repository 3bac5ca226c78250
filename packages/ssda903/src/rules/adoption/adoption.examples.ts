import type { ExampleRow, ExampleTables, RuleExamples } from '../../testing/example-return.ts';

const decision = { DATE_PLACED: '01/05/2023', DOB: '01/02/2020' };
const reversed = { ...decision, DATE_PLACED_CEASED: '01/08/2024', REASON_PLACED_CEASED: 'RD1' };
const foster = { DECOM: '01/03/2022', RNE: 'S', LS: 'C2', PLACE: 'U4', DEC: '01/06/2023', REC: 'X1' };
const placed = { DECOM: '01/06/2023', RNE: 'B', LS: 'E1', PLACE: 'A6' };
const adopted = { ...placed, DEC: '01/09/2024', REC: 'E11' };
const ordered = { ...placed, PLACE: 'U4', RNE: 'L' };
const details = { DATE_INT: '01/05/2023', DATE_MATCH: '20/05/2023', FOSTER_CARE: '0' };

const adopters = (row: ExampleRow<'AD1'>): ExampleTables => ({ AD1: [row] });
const decisions = (...rows: ExampleRow<'PlacedAdoption'>[]): ExampleTables => ({ PlacedAdoption: rows });

/** Returns that pass and fail for each rule on decisions and how they came out. */
const decisionExamples: RuleExamples = {
  '117': [
    { passes: decisions({ DATE_PLACED: '31/03/2025' }), fails: decisions({ DATE_PLACED: '01/04/2025' }) },
    {
      passes: { Episodes: [adopted], ...decisions({ ...decision, DATE_PLACED_CEASED: '01/09/2024' }) },
      fails: { Episodes: [adopted], ...decisions({ ...decision, DATE_PLACED_CEASED: '02/09/2024' }) },
    },
    {
      // A child who came back into care may be decided on again.
      passes: {
        Episodes: [
          { ...foster, DEC: '01/06/2024', REC: 'E4A' },
          { ...foster, DECOM: '01/08/2024', DEC: '', REC: '' },
        ],
        ...decisions({ DATE_PLACED: '01/09/2024' }),
      },
      fails: { Episodes: [{ ...foster, DEC: '01/06/2024', REC: 'E4A' }], ...decisions({ DATE_PLACED: '01/09/2024' }) },
    },
  ],
  '118': [
    {
      passes: decisions({ ...decision, DATE_PLACED_CEASED: '01/04/2024' }),
      fails: decisions({ ...decision, DATE_PLACED_CEASED: '31/03/2024' }),
    },
    {
      passes: {
        Episodes: [{ ...foster, DECOM: '01/06/2024' }],
        ...decisions({ DATE_PLACED_CEASED: '01/06/2024' }),
      },
      fails: {
        Episodes: [
          { DECOM: '01/05/2024', LS: 'V4' },
          { ...foster, DECOM: '01/06/2024' },
        ],
        ...decisions({ DATE_PLACED_CEASED: '31/05/2024' }),
      },
    },
  ],
  '134': {
    passes: { OC3: [{ DOB: '01/02/2005' }], AD1: [details] },
    fails: { OC3: [{ DOB: '01/02/2005', IN_TOUCH: 'YES' }], AD1: [details] },
  },
  '184': {
    passes: { Header: [{ DOB: '01/05/2023' }], ...decisions(decision) },
    fails: { Header: [{ DOB: '02/05/2023' }], ...decisions(decision) },
  },
  '522': {
    passes: decisions({ ...decision, DATE_PLACED_CEASED: '01/05/2023' }),
    fails: decisions({ ...decision, DATE_PLACED_CEASED: '30/04/2023' }),
  },
  '523': [
    {
      passes: { ...decisions(decision), ...adopters({ DATE_INT: '01/05/2023' }) },
      fails: { ...decisions(decision), ...adopters({ DATE_INT: '02/05/2023' }) },
    },
    {
      passes: {
        ...decisions(reversed, { DATE_PLACED: '01/10/2024' }),
        ...adopters({ DATE_INT: '01/10/2024' }),
      },
      fails: { ...decisions(reversed, { DATE_PLACED: '01/10/2024' }), ...adopters({ DATE_INT: '01/05/2023' }) },
    },
  ],
  '525': {
    passes: { ...decisions(decision), AD1: [details] },
    fails: { ...decisions(reversed), AD1: [details] },
  },
  '557': [
    {
      passes: { Episodes: [{ ...adopted, REC: 'E4A' }], ...decisions(reversed) },
      fails: { Episodes: [{ ...adopted, REC: 'E4A' }], ...decisions(decision) },
    },
    { passes: { Episodes: [adopted] }, fails: { Episodes: [{ ...adopted, REC: 'E4A' }] } },
    {
      passes: { Episodes: [{ ...foster, REC: 'E4A' }] },
      fails: { Episodes: [{ ...foster, REC: 'E4A' }], ...decisions(decision) },
    },
    {
      year: 2024,
      passes: { Episodes: [{ ...foster, REC: 'E4A' }] },
      fails: { Episodes: [{ ...foster, LS: 'D1', REC: 'E4A' }] },
    },
    {
      passes: { Episodes: [{ ...foster, LS: 'D1', REC: 'E4A' }] },
      fails: { Episodes: [{ ...foster, LS: 'E1', REC: 'E4A' }] },
    },
  ],
  '558': [
    {
      passes: { Episodes: [adopted], ...decisions(decision) },
      fails: { Episodes: [adopted], ...decisions(reversed) },
    },
    {
      passes: { Episodes: [adopted], ...decisions({ DATE_PLACED: '02/08/2024' }, reversed) },
      fails: { Episodes: [adopted], ...decisions(reversed, { ...reversed, DATE_PLACED: '02/08/2024' }) },
    },
  ],
  '563': [
    { passes: decisions(reversed), fails: decisions({ ...reversed, DATE_PLACED: '' }) },
    { passes: decisions({}), fails: decisions({ REASON_PLACED_CEASED: 'RD1' }) },
  ],
  '579': [
    {
      passes: decisions(reversed, { DATE_PLACED: '01/08/2024' }),
      fails: decisions(reversed, { DATE_PLACED: '31/07/2024' }),
    },
    {
      passes: decisions(reversed, { DATE_PLACED: '01/10/2024' }),
      fails: decisions(decision, { DATE_PLACED: '01/10/2024' }),
    },
  ],
  '583': {
    passes: decisions({ DATE_PLACED: '01/10/2024' }, reversed),
    fails: decisions({ DATE_PLACED: '01/10/2024' }, decision),
  },
};

/** Returns that pass and fail for each rule on episodes in which a child is placed for adoption. */
const placedExamples: RuleExamples = {
  '336': [
    {
      passes: { Episodes: [foster, { ...placed, PLACE: 'A5' }] },
      fails: {
        Episodes: [
          { ...foster, PLACE: 'K2' },
          { ...placed, PLACE: 'A5' },
        ],
      },
    },
    {
      passes: {
        Episodes: [
          { ...foster, PLACE: 'K2' },
          { ...placed, PLACE: 'A4' },
        ],
      },
      fails: {
        Episodes: [
          { ...foster, PLACE: 'T1' },
          { ...placed, PLACE: 'A3' },
        ],
      },
    },
  ],
  '390': { passes: { Episodes: [adopted] }, fails: { Episodes: [{ ...adopted, PLACE: 'U5' }] } },
  '408': [
    { passes: { Episodes: [placed] }, fails: { Episodes: [{ ...placed, LS: 'C2' }] } },
    {
      passes: { Episodes: [{ ...placed, PLACE: 'A4', LS: 'C2' }] },
      fails: { Episodes: [{ ...placed, PLACE: 'A5', LS: 'V2' }] },
    },
  ],
  '516': {
    passes: { Episodes: [{ ...foster, REC: 'E46' }] },
    fails: { Episodes: [{ ...foster, PLACE: 'A3', REC: 'E45' }] },
  },
  '551': [
    { passes: { Episodes: [placed], ...decisions(decision) }, fails: { Episodes: [placed] } },
    { passes: { Episodes: [foster] }, fails: { Episodes: [placed], ...decisions({ DOB: '01/02/2020' }) } },
  ],
  '552': {
    passes: { Episodes: [placed], ...decisions({ DATE_PLACED: '01/06/2023' }) },
    fails: { Episodes: [placed], ...decisions({ DATE_PLACED: '02/06/2023' }) },
  },
  '553': { passes: { Episodes: [ordered], ...decisions(decision) }, fails: { Episodes: [ordered] } },
  '554': [
    {
      passes: { Episodes: [foster, ordered], ...decisions({ DATE_PLACED: '01/06/2023' }) },
      fails: { Episodes: [foster, ordered], ...decisions({ DATE_PLACED: '02/06/2023' }) },
    },
    {
      // Only the first episode under the order of each period of care counts.
      passes: {
        Episodes: [
          { ...ordered, DEC: '01/09/2023', REC: 'E4A' },
          { ...ordered, DECOM: '01/12/2023', RNE: 'S' },
        ],
        ...decisions({ DATE_PLACED: '01/06/2023' }),
      },
      fails: {
        Episodes: [
          { ...foster, DEC: '01/09/2023', REC: 'E4A' },
          { ...ordered, DECOM: '01/12/2023', RNE: 'S' },
        ],
        ...decisions({ DATE_PLACED: '02/12/2023' }),
      },
    },
  ],
};

/** Returns that pass and fail for each rule on decisions to place a child for adoption, and on such placements. */
export const adoptionExamples: RuleExamples = { ...decisionExamples, ...placedExamples };
