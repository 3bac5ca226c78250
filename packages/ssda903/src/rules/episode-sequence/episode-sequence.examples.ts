import type { ExampleRow, ExampleTables, RuleExamples } from '../../testing/example-return.ts';

const home = { LS: 'C2', CIN: 'N1', PLACE: 'U1', PL_POST: 'AB1 1AB', URN: 'SC123456', PLACE_PROVIDER: 'PR1' };
const first = { ...home, DECOM: '01/05/2024', RNE: 'S', DEC: '02/06/2024', REC: 'X1' };
const next = { ...home, DECOM: '02/06/2024' };
const moved = { PLACE: 'K2', PL_POST: 'CD2 2CD', URN: 'SC654321', PLACE_PROVIDER: 'PR4' };
const hospital = { ...home, PLACE: 'T1', DECOM: '02/06/2024', DEC: '09/06/2024', REC: 'X1', RNE: 'P' };
const backHome = { ...home, DECOM: '09/06/2024', RNE: 'P' };
const openSince2022 = { DECOM: '01/05/2022', LS: 'C2' };

const episodes = (...rows: ExampleRow<'Episodes'>[]): ExampleTables => ({ Episodes: rows });
const workers = (...rows: ExampleRow<'SWEpisodes'>[]): ExampleTables => ({ SWEpisodes: rows });

/** One return that passes and one that fails for each rule on the order of episodes and social workers. */
export const sequenceExamples: RuleExamples = {
  '354': { passes: episodes({ DECOM: '31/03/2025' }), fails: episodes({ DECOM: '01/04/2025' }) },
  '355': {
    passes: episodes({ DECOM: '01/05/2024', DEC: '02/05/2024' }),
    fails: episodes({ DECOM: '01/05/2024', DEC: '01/05/2024' }),
  },
  '356': {
    passes: episodes({ DECOM: '01/05/2024', DEC: '02/05/2024' }),
    fails: episodes({ DECOM: '01/05/2024', DEC: '30/04/2024' }),
  },
  '357': {
    passes: episodes({ DECOM: '31/03/2024', RNE: 'P' }),
    fails: episodes({ DECOM: '01/04/2024', RNE: 'P' }),
  },
  '380': { passes: episodes({ PLACE: 'T1', RNE: 'P' }), fails: episodes({ PLACE: 'T1', RNE: 'S' }) },
  '381': { passes: episodes({ PLACE: 'T1', REC: 'X1' }), fails: episodes({ PLACE: 'T1', REC: 'E4A' }) },
  '383': { passes: episodes(first, hospital, backHome), fails: episodes(first, hospital, { ...backHome, ...moved }) },
  '385': { passes: episodes({ DEC: '31/03/2025' }), fails: episodes({ DEC: '01/04/2025' }) },
  '388': { passes: episodes(first, next), fails: episodes(first) },
  '431': { passes: episodes(first, { ...next, RNE: 'L' }), fails: episodes(first, { ...next, RNE: 'S' }) },
  '432': {
    passes: episodes({ ...first, REC: 'E4A' }, { ...next, RNE: 'S' }),
    fails: episodes({ ...first, REC: 'E4A' }, { ...next, RNE: 'P' }),
  },
  '433': {
    passes: episodes(first, { ...next, RNE: 'L' }),
    fails: episodes(first, { ...next, RNE: 'L', DECOM: '03/06/2024' }),
  },
  '434': {
    passes: episodes(first, { ...next, RNE: 'L', LS: 'E1' }),
    fails: episodes(first, { ...next, RNE: 'L' }),
  },
  '435': {
    passes: episodes(first, { ...next, ...moved, RNE: 'P' }),
    fails: episodes(first, { ...next, ...moved, RNE: 'P', LS: 'E1' }),
  },
  '436': {
    passes: episodes(first, { ...next, ...moved, RNE: 'B', LS: 'E1' }),
    fails: episodes(first, { ...next, RNE: 'B', LS: 'E1' }),
  },
  '437': { passes: episodes({ ...first, REC: 'E4A' }, next), fails: episodes({ ...first, REC: 'E2' }, next) },
  '501': { passes: episodes(first, next), fails: episodes(first, { ...next, DECOM: '01/06/2024' }) },
  '504': { passes: episodes(first, next), fails: episodes(first, { ...next, CIN: 'N2' }) },
  SW08STG2: {
    passes: workers({ SW_DECOM: '01/05/2024', SW_DEC: '01/06/2024' }, { SW_DECOM: '01/06/2024' }),
    fails: workers({ SW_DECOM: '01/05/2024' }, { SW_DECOM: '01/06/2024' }),
  },
  SW09STG2: {
    passes: workers({ SW_DECOM: '01/05/2024', SW_DEC: '02/05/2024' }),
    fails: workers({ SW_DECOM: '01/05/2024', SW_DEC: '01/05/2024' }),
  },
  SW10STG2: [
    {
      passes: workers(
        { SW_DECOM: '01/05/2024', SW_DEC: '15/06/2024' },
        { SW_DECOM: '08/06/2024', SW_REASON: 'MANAGE' },
      ),
      fails: workers({ SW_DECOM: '01/05/2024', SW_DEC: '15/06/2024' }, { SW_DECOM: '07/06/2024', SW_REASON: 'MANAGE' }),
    },
    {
      year: 2024,
      passes: workers({ SW_DECOM: '01/05/2023', SW_DEC: '15/06/2023' }, { SW_DECOM: '15/06/2023' }),
      fails: workers({ SW_DECOM: '01/05/2023', SW_DEC: '15/06/2023' }, { SW_DECOM: '14/06/2023' }),
    },
  ],
  SW11bSTG2: {
    passes: { Episodes: [openSince2022], SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '31/03/2025' }] },
    fails: { Episodes: [openSince2022], SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '30/03/2025' }] },
  },
  SW17STG2: {
    year: 2026,
    passes: {
      Episodes: [{ ...openSince2022, DEC: '01/09/2025', REC: 'E4A' }],
      SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '01/09/2025' }],
    },
    fails: { Episodes: [openSince2022], SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '31/03/2026' }] },
  },
};
