import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const foster = { DECOM: '01/03/2022', RNE: 'S', LS: 'C2', PLACE: 'U4', DEC: '01/06/2023', REC: 'X1' };
const placed = { DECOM: '01/06/2023', RNE: 'B', LS: 'E1', PLACE: 'A6' };
const adopted = { ...placed, DEC: '01/09/2024', REC: 'E11' };

const adopters = (row: ExampleRow<'AD1'>): ExampleTables => ({ AD1: [row] });

/** Sexes that fit a legal status of the adopters, and some that do not. */
function status(LS_ADOPTR: string, fits: readonly string[], others: readonly string[]): readonly RuleExample[] {
  return fits.flatMap((fit) =>
    others.map((other) => ({
      passes: adopters({ LS_ADOPTR, SEX_ADOPTR: fit }),
      fails: adopters({ LS_ADOPTR, SEX_ADOPTR: other }),
    })),
  );
}

/** Returns that pass and fail for each rule on AD1 and the episodes that led to the adoption. */
export const adoptedExamples: RuleExamples = {
  '331': [
    {
      passes: { Episodes: [adopted], AD1: [{ DATE_MATCH: '01/06/2023' }] },
      fails: { Episodes: [adopted], AD1: [{ DATE_MATCH: '02/06/2023' }] },
    },
    {
      // The order granted in a placement does not begin another.
      passes: {
        Episodes: [
          { ...placed, LS: 'C2', DEC: '01/08/2023', REC: 'X1' },
          { ...adopted, DECOM: '01/08/2023', RNE: 'P' },
        ],
        AD1: [{ DATE_MATCH: '01/08/2023' }],
      },
      fails: {
        Episodes: [
          { ...placed, LS: 'C2', DEC: '01/08/2023', REC: 'X1' },
          { ...adopted, DECOM: '01/08/2023', RNE: 'L' },
        ],
        AD1: [{ DATE_MATCH: '01/08/2023' }],
      },
    },
  ],
  '333': [
    {
      passes: adopters({ DATE_INT: '20/05/2023', DATE_MATCH: '20/05/2023' }),
      fails: adopters({ DATE_INT: '21/05/2023', DATE_MATCH: '20/05/2023' }),
    },
    { passes: adopters({ DATE_INT: '21/05/2023' }), fails: adopters({ DATE_MATCH: '20/05/2023' }) },
  ],
  '334': {
    passes: { Episodes: [foster, adopted], AD1: [{ DATE_INT: '01/03/2022' }] },
    fails: { Episodes: [foster, adopted], AD1: [{ DATE_INT: '28/02/2022' }] },
  },
  '335': [
    {
      passes: { Episodes: [adopted], AD1: [{ FOSTER_CARE: '0' }] },
      fails: { Episodes: [adopted], AD1: [{ FOSTER_CARE: '1' }] },
    },
    {
      passes: { Episodes: [{ ...adopted, PLACE: 'A3' }], AD1: [{ FOSTER_CARE: '1' }] },
      fails: { Episodes: [{ ...adopted, PLACE: 'A3' }], AD1: [{ FOSTER_CARE: '0' }] },
    },
  ],
  '511': [
    {
      passes: adopters({ NB_ADOPTR: '2', SEX_ADOPTR: 'FF' }),
      fails: adopters({ NB_ADOPTR: '2', SEX_ADOPTR: 'F1' }),
    },
    {
      passes: adopters({ NB_ADOPTR: '1', SEX_ADOPTR: 'M1' }),
      fails: adopters({ NB_ADOPTR: '2', SEX_ADOPTR: 'M1' }),
    },
  ],
  '514': status('L0', ['M1', 'F1', ''], ['MF', 'MM']),
  '517': status('L3', ['MF', ''], ['MM', 'F1']),
  '518': status('L4', ['MM', 'FF'], ['MF', 'M1']),
  '519': status('L2', ['MM', 'FF', 'MF'], ['M1', 'F1']),
  '520': status('L11', ['MF', ''], ['MM', 'FF']),
  '524': status('L12', ['MM', 'FF'], ['MF', 'F1']),
  '521': {
    passes: { Episodes: [foster, adopted], AD1: [{ DATE_INT: '01/06/2023' }] },
    fails: { Episodes: [foster, adopted], AD1: [{ DATE_INT: '02/06/2023' }] },
  },
  '582': {
    passes: { Episodes: [adopted], AD1: [{ DATE_MATCH: '31/08/2024' }] },
    fails: { Episodes: [adopted], AD1: [{ DATE_MATCH: '01/09/2024' }] },
  },
};
