import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const episode: ExampleRow<'Episodes'> = {
  DECOM: '01/05/2024',
  LS: 'C2',
  PLACE: 'K2',
  PLACE_PROVIDER: 'PR1',
  URN: 'SC900001',
  HOME_POST: 'XA1 1AA',
  PL_POST: 'XA1 1AB',
};

/** An example that passes as it is and fails when something is changed. */
const changed = (...changes: ExampleRow<'Episodes'>[]): RuleExample[] => changes.map((change) => between({}, change));

/** An example that passes with one change and fails with another. */
const between = (passing: ExampleRow<'Episodes'>, failing: ExampleRow<'Episodes'>, year = 2025): RuleExample => ({
  year,
  passes: { Episodes: [{ ...episode, ...passing }] },
  fails: { Episodes: [{ ...episode, ...failing }] },
});

/** An example that fails for a child from home, and passes for one who is or was unaccompanied. */
const notUnaccompanied = (change: ExampleRow<'Episodes'>, year = 2025): RuleExample[] => {
  const fails: ExampleTables = { Episodes: [{ ...episode, ...change }] };
  return [
    { year, passes: { ...fails, UASC: [{}] }, fails },
    { year, previous: { UASC: [{}] }, failsPrevious: {}, passes: fails, fails },
  ];
};

const placeExamples: RuleExamples = {
  '164': [
    ...changed({ PL_POST: 'XA9 9ZZ' }, { HOME_POST: 'XA9 9ZZ' }),
    ...notUnaccompanied({ PL_POST: 'XA9 9ZZ' }),
    between({ PL_POST: '' }, { PL_POST: 'XA9 9ZZ' }),
    between({ PL_POST: 'XA9 9ZZ', LS: 'V3' }, { PL_POST: 'XA9 9ZZ' }),
  ],
  '169': [...changed({ PL_POST: '' }, { PL_POST: 'XA9 9ZZ' }), between({ PL_POST: '', LS: 'V4' }, { PL_POST: '' })],
  '179': changed({ PL_POST: 'XA9 9ZZ' }),
  '218': [
    ...changed({ URN: '' }),
    between({ URN: '', PLACE: 'R5' }, { URN: '', PLACE: 'R3' }),
    between({ URN: '', PL_POST: 'XW1 1AA' }, { URN: '', PL_POST: 'XB1 1AA' }),
    between({ URN: '', PLACE: 'Z14' }, { URN: '', PLACE: 'K3' }, 2026),
    between({ URN: '', PLACE: 'Z1' }, { URN: '', PLACE: 'U4' }, 2024),
    between({ URN: 'XXXXXXX', PLACE: 'A4' }, { URN: '', PLACE: 'A4' }),
    between({ URN: '', DEC: '31/03/2015' }, { URN: '', DEC: '01/04/2015' }),
  ],
  '392a': [
    ...changed({ PL_POST: 'XA9 9ZZ' }, { HOME_POST: '' }),
    ...notUnaccompanied({ HOME_POST: '' }),
    between({ HOME_POST: '', LS: 'V3' }, { HOME_POST: '' }),
    // The distance from a home outside England is recorded as one that cannot be measured.
    between({ HOME_POST: 'XW1 1AA' }, { HOME_POST: 'XW9 9ZZ' }),
  ],
  '392b': [
    ...changed({ PL_POST: '' }, { HOME_POST: '' }),
    ...notUnaccompanied({ HOME_POST: '', PL_POST: '' }),
    between({ HOME_POST: '', LS: 'V4' }, { HOME_POST: '' }),
  ],
  '392c': [...changed({ PL_POST: 'XA9 9ZZ' }, { HOME_POST: 'NOT KNOWN' }), between({ PL_POST: '' }, { PL_POST: 'X' })],
  '392d': [
    ...changed({ PL_POST: 'XA11AA' }),
    between({ PL_POST: 'XA1 1AA', PLACE: 'P1' }, { PL_POST: 'XA1 1AA', PLACE: 'P3' }),
    between({ PL_POST: '', HOME_POST: '' }, { PL_POST: 'XA1 1AA' }),
  ],
  '398': changed({ LS: 'V3' }, { LS: 'V4' }),
  '406': [
    { passes: { Episodes: [episode] }, fails: { Episodes: [episode], UASC: [{}] } },
    { passes: { Episodes: [{ ...episode, HOME_POST: '' }], UASC: [{}] }, fails: { Episodes: [episode], UASC: [{}] } },
    { failsPrevious: { UASC: [{}] }, passes: { Episodes: [episode] }, fails: { Episodes: [episode] } },
  ],
  '420': changed({ LS: 'V3' }, { LS: 'V4', HOME_POST: '' }),
  '454': [
    between({ PL_POST: 'XB2 2BB' }, { PL_POST: 'XB2 2BC' }, 2026),
    between({ HOME_POST: 'XS1 1AA', PL_POST: 'XB2 2BC' }, { PL_POST: 'XB2 2BC' }, 2026),
    ...notUnaccompanied({ PL_POST: 'XB2 2BC' }, 2026),
  ],
  '1015': [
    ...changed({ PL_POST: 'XB1 1AA' }, { PL_POST: 'XW1 1AA' }),
    between({ PL_POST: 'XB1 1AA', PLACE_PROVIDER: 'PR4' }, { PL_POST: 'XB1 1AA' }),
    between({ PL_POST: 'XB1 1AA', PLACE: 'U6' }, { PL_POST: 'XB1 1AA', PLACE: 'K1' }),
    between({ PL_POST: 'XB1 1AA', LS: 'V3' }, { PL_POST: 'XB1 1AA' }),
  ],
};

const closed = { URN: 'SC900004' };
const unlisted = { URN: 'SC900005' };

const providerExamples: RuleExamples = {
  '219': [
    ...changed({ PLACE: 'K1' }),
    between({ ...unlisted, PLACE: 'K1' }, { PLACE: 'K1' }),
    between({ URN: 'XXXXXXX', PLACE: 'U1' }, { PLACE: 'U1' }),
    between({ URN: 'SC900009', PLACE: 'U1' }, { PLACE: 'U1' }),
  ],
  '221': [
    ...changed({ PL_POST: 'XA1 1AC' }),
    between({ PL_POST: 'XA11AB' }, { PL_POST: 'XA1 1AC' }),
    between({ PL_POST: 'XA1 1AC', PLACE: 'U4' }, { PL_POST: 'XA1 1AC', PLACE: 'S1' }),
    between({ PL_POST: 'XA1 1AC', LS: 'V3' }, { PL_POST: 'XA1 1AC' }),
    between({ PL_POST: '' }, { PL_POST: 'XA1 1AC', PLACE: 'K3' }),
    between({ PL_POST: 'XA1 1AC', PLACE: 'K3' }, { PL_POST: 'XA1 1AC', PLACE: 'K1' }, 2024),
  ],
  '224': [
    ...changed({ PLACE_PROVIDER: 'PR4' }),
    between({ ...unlisted, PLACE_PROVIDER: 'PR4' }, { PLACE_PROVIDER: 'PR4' }),
    between({ PLACE_PROVIDER: '' }, { PLACE_PROVIDER: 'PR5' }),
  ],
  '227': between({ ...closed, DECOM: '29/09/2024' }, { ...closed, DECOM: '30/09/2024' }),
  '228': [
    between({ ...closed, DEC: '30/09/2024' }, { ...closed, DEC: '01/10/2024' }),
    between({}, { ...closed, DEC: '' }),
    between({ ...closed, DEC: '' }, { ...closed, DEC: '01/10/2024' }, 2024),
  ],
  '229': [
    between({ PLACE_PROVIDER: 'PR1' }, { PLACE_PROVIDER: 'PR2' }),
    between({ URN: 'SC900002', PLACE_PROVIDER: 'PR2' }, { URN: 'SC900002', PLACE_PROVIDER: 'PR1' }),
    between({ URN: 'SC900002', PLACE_PROVIDER: 'PR4' }, { URN: 'SC900002', PLACE_PROVIDER: 'PR1' }),
    between({ ...unlisted, PLACE_PROVIDER: 'PR2' }, { PLACE_PROVIDER: 'PR2' }),
  ],
  '1008': [
    ...changed({ URN: 'SC900009' }),
    between({ URN: 'XXXXXXX' }, { URN: 'XX' }),
    between({ URN: '' }, { URN: '1' }),
  ],
};

/** Returns that pass and fail for each rule on where a placement is and who provides it. */
export const placementExamples: RuleExamples = { ...placeExamples, ...providerExamples };
