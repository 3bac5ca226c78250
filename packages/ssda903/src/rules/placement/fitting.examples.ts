import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const first = { DECOM: '01/05/2024', RNE: 'S', PLACE: 'U4', DEC: '01/06/2024', REC: 'X1' };
const hospital = { DECOM: '01/06/2024', RNE: 'P', PLACE: 'T1' };

const episodes = (...rows: ExampleRow<'Episodes'>[]): ExampleTables => ({ Episodes: rows });

/** Whether a provider may go with one placement, and not with another. */
function provider(PLACE_PROVIDER: string, fits: string, unfit: readonly string[]): readonly RuleExample[] {
  return unfit.map((PLACE) => ({
    passes: episodes({ PLACE: fits, PLACE_PROVIDER }),
    fails: episodes({ PLACE, PLACE_PROVIDER }),
  }));
}

/** Placements without and with a number at Ofsted in one year. */
function numbered(year: number, fits: string, unfit: string): RuleExample {
  return {
    year,
    passes: episodes({ PLACE: fits, URN: 'SC123456' }, { PLACE: unfit, URN: 'XXXXXXX' }, { PLACE: unfit }),
    fails: episodes({ PLACE: unfit, URN: 'SC123456' }),
  };
}

/** Returns that pass and fail for each rule on what fits a kind of placement. */
export const fittingExamples: RuleExamples = {
  '213': [
    {
      passes: episodes({ PLACE: 'Z1', PLACE_PROVIDER: 'PR1' }),
      fails: episodes({ PLACE: 'T4', PLACE_PROVIDER: 'PR1' }),
    },
    {
      year: 2026,
      passes: episodes({ PLACE: 'T0' }),
      fails: episodes({ PLACE: 'Z11', PLACE_PROVIDER: 'PR1' }),
    },
  ],
  '214': [
    { passes: episodes({ LS: 'V3' }), fails: episodes({ LS: 'V3', PL_POST: 'AB1 1AB' }) },
    { passes: episodes({ LS: 'V2', URN: 'SC123456' }), fails: episodes({ LS: 'V4', URN: 'SC123456' }) },
  ],
  '217': [
    {
      passes: episodes({ PLACE: 'A3', RNE: 'T', DECOM: '01/05/2024' }),
      fails: episodes({ PLACE: 'A3', RNE: 'P', DECOM: '01/05/2024' }),
    },
    {
      passes: episodes({ PLACE: 'A5', RNE: 'B', DECOM: '31/03/2015' }),
      fails: episodes({ PLACE: 'A5', RNE: 'B', DECOM: '01/04/2015' }),
    },
  ],
  '222': [
    numbered(2023, 'U4', 'H5'),
    numbered(2024, 'H5', 'P2'),
    numbered(2025, 'P2', 'Z1'),
    numbered(2026, 'K2', 'Z14'),
    numbered(2026, 'K3', 'P1'),
    numbered(2026, 'S1', 'T0'),
  ],
  '226': [
    {
      passes: episodes({ ...first, REASON_PLACE_CHANGE: 'CARPL' }, { ...hospital, PLACE: 'U5' }),
      fails: episodes({ ...first, REASON_PLACE_CHANGE: 'CARPL' }, hospital),
    },
    {
      year: 2026,
      passes: episodes(hospital),
      fails: episodes({ ...hospital, REASON_PLACE_CHANGE: 'OTHER' }),
    },
  ],
  '527': provider('PR1', 'U4', ['P1', 'R2', 'R5']),
  '528': provider('PR2', 'R3', ['P1', 'R2', 'R5']),
  '529': provider('PR3', 'R5', ['P1', 'A3', 'A6', 'K1', 'K2', 'U1', 'U6']),
  '530': provider('PR4', 'R5', ['P1']),
  '531': provider('PR5', 'R5', ['P1']),
  '550': provider('PR0', 'P1', ['U4', 'P3', 'T0']),
};
