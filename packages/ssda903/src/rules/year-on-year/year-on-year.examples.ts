import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';
import { careLeaverComparingExamples } from './care-leavers.examples.ts';
import { headerComparingExamples } from './header.examples.ts';
import { ended, episodes, open } from './open-episode.examples.ts';

const placed = (...rows: ExampleRow<'PlacedAdoption'>[]): ExampleTables => ({ PlacedAdoption: rows });
const missing = (...rows: ExampleRow<'Missing'>[]): ExampleTables => ({ Missing: rows });
const orders = (...rows: ExampleRow<'DoLo'>[]): ExampleTables => ({ DoLo: rows });

/** Examples in which the open episode comes back as it was, or with something else in one or two columns. */
const comesBack = (changed: ExampleRow<'Episodes'>): RuleExample => ({
  previous: episodes(open),
  passes: episodes(open),
  fails: episodes({ ...open, ...changed }),
});

const firstEpisodeExamples: RuleExamples = {
  '452': comesBack({ PL_POST: 'XB1 1AA' }),
  '453': comesBack({ HOME_POST: 'XA1 1AC' }),
  '502': comesBack({ DECOM: '02/05/2023' }),
  '503A': comesBack({ RNE: 'P' }),
  '503B': comesBack({ LS: 'V2' }),
  '503C': comesBack({ CIN: 'N2' }),
  '503D': [
    comesBack({ PLACE: 'U4' }),
    {
      year: 2026,
      previous: episodes({ ...open, PLACE: 'H5' }),
      passes: episodes({ ...open, PLACE: 'K3' }),
      fails: episodes({ ...open, PLACE: 'Z11' }),
    },
    {
      year: 2026,
      previous: episodes({ ...open, PLACE: 'Z1' }),
      passes: episodes({ ...open, PLACE: 'Z14' }),
      fails: episodes({ ...open, PLACE: 'K3' }),
    },
    {
      year: 2025,
      previous: episodes({ ...open, PLACE: 'H5' }),
      passes: episodes({ ...open, PLACE: 'K3' }),
      fails: episodes({ ...open, PLACE: 'P2' }),
    },
    {
      year: 2024,
      previous: episodes({ ...open, PLACE: 'H5' }),
      passes: episodes({ ...open, PLACE: 'H5' }),
      fails: episodes({ ...open, PLACE: 'K3' }),
    },
  ],
  '503E': [comesBack({ PLACE_PROVIDER: 'PR4' }), comesBack({ PLACE_PROVIDER: '' })],
  '503F': [comesBack({ URN: 'SC900001' }), comesBack({ URN: '' })],
  '503G': comesBack({ PL_POST: 'XA1 1AC' }),
  '503H': comesBack({ PL_POST: 'XB1 1AA' }),
  '503J': comesBack({ PL_POST: 'XW1 1AA' }),
  '562': [
    { previous: episodes(open), failsPrevious: episodes(ended), passes: episodes(open), fails: episodes(open) },
    {
      previous: episodes(ended),
      passes: episodes({ ...open, DECOM: '01/04/2024' }),
      fails: episodes({ ...open, DECOM: '31/03/2024' }),
    },
  ],
};

const decided = { DATE_PLACED: '01/06/2023' };
const reversed = { ...decided, DATE_PLACED_CEASED: '01/12/2023', REASON_PLACED_CEASED: 'RD1' };
const adopted = { ...open, DEC: '01/02/2024', REC: 'E11' };

const adoptionExamples: RuleExamples = {
  '199': [
    {
      previous: episodes(),
      failsEarlier: [{ ...adopted, DEC: '01/02/2022' }],
      passes: episodes({ ...open, DECOM: '01/06/2024' }),
      fails: episodes({ ...open, DECOM: '01/06/2024' }),
    },
    {
      previous: episodes({ ...adopted, REC: 'E4A' }),
      failsPrevious: episodes(adopted),
      passes: episodes({ ...open, DECOM: '01/06/2024' }),
      fails: episodes({ ...open, DECOM: '01/06/2024' }),
    },
    {
      passes: episodes({ ...adopted, DEC: '01/05/2024' }),
      fails: episodes({ ...adopted, DEC: '01/05/2024' }, { ...open, DECOM: '01/06/2024' }),
    },
  ],
  '559': [
    { previous: placed(decided), failsPrevious: placed({}), passes: placed(decided), fails: placed(decided) },
    { previous: placed(), passes: placed({ DATE_PLACED: '01/04/2024' }), fails: placed({ DATE_PLACED: '31/03/2024' }) },
  ],
  '560': [
    { previous: placed(decided), passes: placed(decided), fails: placed({ DATE_PLACED: '02/06/2023' }) },
    {
      previous: placed(decided),
      passes: placed({ ...decided, DATE_PLACED_CEASED: '01/05/2024' }, { DATE_PLACED: '01/11/2024' }),
      fails: placed({ DATE_PLACED: '01/11/2024' }),
    },
  ],
  '561': {
    previous: placed(decided),
    failsPrevious: placed(reversed),
    passes: placed(decided),
    fails: placed(decided),
  },
  '584': {
    previous: placed(reversed),
    passes: placed({ DATE_PLACED: '02/06/2023' }),
    fails: placed({ DATE_PLACED: '31/05/2023' }),
  },
};

const away = { MISSING: 'M', MIS_START: '30/03/2024' };
const order = { DOLO_START: '01/03/2026' };

const unclosedExamples: RuleExamples = {
  '576': [
    { previous: missing(away), passes: missing(away), fails: missing({ ...away, MIS_START: '31/03/2024' }) },
    { previous: missing({ ...away, MIS_END: '31/03/2024' }), failsPrevious: missing(away), passes: {}, fails: {} },
  ],
  '706': [
    {
      year: 2027,
      previous: orders(order),
      passes: orders(order),
      fails: orders({ DOLO_START: '02/03/2026' }),
    },
    {
      year: 2027,
      previous: orders({ ...order, DOLO_END: '31/03/2026' }),
      failsPrevious: orders(order),
      passes: {},
      fails: {},
    },
  ],
};

/** Returns that pass and fail for each rule that compares with last year. */
export const yearOnYearExamples: RuleExamples = {
  ...headerComparingExamples,
  ...firstEpisodeExamples,
  ...adoptionExamples,
  ...unclosedExamples,
  ...careLeaverComparingExamples,
};
