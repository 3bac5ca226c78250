import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const episodes = (...rows: ExampleRow<'Episodes'>[]): ExampleTables => ({ Episodes: rows });
const header = (row: ExampleRow<'Header'>): ExampleTables => ({ Header: [row] });
const placed = (...rows: ExampleRow<'PlacedAdoption'>[]): ExampleTables => ({ PlacedAdoption: rows });
const missing = (...rows: ExampleRow<'Missing'>[]): ExampleTables => ({ Missing: rows });
const orders = (...rows: ExampleRow<'DoLo'>[]): ExampleTables => ({ DoLo: rows });
const unaccompanied = (...rows: ExampleRow<'UASC'>[]): ExampleTables => ({ Header: [{ SEX: 'M' }], UASC: rows });

/** An episode that was open on 31 March 2024. */
const open: ExampleRow<'Episodes'> = {
  DECOM: '01/05/2023',
  RNE: 'S',
  LS: 'C2',
  CIN: 'N1',
  PLACE: 'U1',
  PLACE_PROVIDER: 'PR1',
  URN: 'SC900003',
  HOME_POST: 'XA1 1AA',
  PL_POST: 'XA1 1AB',
};
const ended = { ...open, DEC: '01/02/2024', REC: 'E4A' };

/** Examples in which the open episode comes back as it was, or with something else in one or two columns. */
const comesBack = (changed: ExampleRow<'Episodes'>): RuleExample => ({
  previous: episodes(open),
  passes: episodes(open),
  fails: episodes({ ...open, ...changed }),
});

const bothHeaders = (before: ExampleRow<'Header'>, now: ExampleRow<'Header'>): RuleExample => ({
  previous: header(before),
  passes: header(before),
  fails: header(now),
});

const headerExamples: RuleExamples = {
  '202': [
    bothHeaders({ SEX: 'M' }, { SEX: 'F' }),
    bothHeaders({ SEX: 'F' }, { SEX: 'U' }),
    { previous: header({ SEX: '1' }), passes: header({ SEX: 'M' }), fails: header({ SEX: 'F' }) },
    { year: 2024, previous: header({ SEX: '2' }), passes: header({ SEX: '2' }), fails: header({ SEX: '1' }) },
  ],
  '203': bothHeaders({ DOB: '01/02/2010' }, { DOB: '02/02/2010' }),
  '204': bothHeaders({ ETHNIC: 'WBRI' }, { ETHNIC: 'WIRI' }),
  '207': [
    bothHeaders({ MOTHER: '1' }, { MOTHER: '0' }),
    // Nothing is asked of a care leaver; of a child with episodes it is.
    {
      previous: header({ MOTHER: '1' }),
      passes: header({ MOTHER: '' }),
      fails: { ...header({ MOTHER: '' }), ...episodes(open) },
    },
    {
      previous: header({ MOTHER: '0' }),
      failsPrevious: header({ MOTHER: '1' }),
      passes: header({ MOTHER: '1' }),
      fails: header({ MOTHER: '0' }),
    },
  ],
  '208': [
    bothHeaders({ UPN: 'A123456789012' }, { UPN: 'A123456789013' }),
    {
      previous: header({ UPN: 'UN3' }),
      failsPrevious: header({ UPN: 'A123456789012' }),
      passes: header({ UPN: 'A123456789012' }),
      fails: header({ UPN: 'UN3' }),
    },
  ],
  '624': bothHeaders({ MC_DOB: '01/02/2023' }, { MC_DOB: '01/02/2022' }),
  '625': [
    { passes: header({ MC_DOB: '31/03/2025' }), fails: header({ MC_DOB: '01/04/2025' }) },
    {
      passes: { ...header({ MC_DOB: '01/02/2025' }), ...episodes({ ...open, DEC: '01/02/2025', REC: 'E4A' }) },
      fails: { ...header({ MC_DOB: '02/02/2025' }), ...episodes({ ...open, DEC: '01/02/2025', REC: 'E4A' }) },
    },
  ],
  '626': {
    previous: header({ MOTHER: '0' }),
    passes: header({ MOTHER: '1', MC_DOB: '01/04/2024' }),
    fails: header({ MOTHER: '1', MC_DOB: '31/03/2024' }),
  },
};

const unaccompaniedExamples: RuleExamples = {
  '205A': [
    { previous: unaccompanied({}), passes: unaccompanied({}), fails: unaccompanied() },
    {
      previous: unaccompanied({ DUC: '31/03/2024' }),
      failsPrevious: unaccompanied({ DUC: '01/04/2024' }),
      passes: unaccompanied(),
      fails: unaccompanied(),
    },
  ],
  '205B': [
    {
      previous: unaccompanied({}),
      failsPrevious: unaccompanied({ DUC: '31/03/2024' }),
      passes: unaccompanied({}),
      fails: unaccompanied({}),
    },
    {
      previous: unaccompanied({}),
      passes: unaccompanied({ DUC: '01/04/2024' }),
      fails: unaccompanied({ DUC: '31/03/2024' }),
    },
  ],
  '205C': [
    {
      passes: { Header: [{ uasc: '1' }], UASC: [{ DUC: '01/05/2024' }] },
      fails: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
    },
    {
      previous: unaccompanied({}),
      failsPrevious: unaccompanied(),
      passes: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
      fails: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
    },
  ],
  '205D': {
    previous: unaccompanied({}),
    failsPrevious: unaccompanied(),
    passes: unaccompanied({}),
    fails: unaccompanied({}),
  },
};

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

const leaver = { DOB: '01/06/2005', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' };
const leaving = (row: ExampleRow<'OC3'>, ...stays: ExampleRow<'Episodes'>[]): ExampleTables => ({
  Header: [{ DOB: '01/06/2005' }],
  OC3: [row],
  Episodes: stays,
});
const noAnswers = { DOB: '01/06/2005' };
const stay = (DECOM: string, DEC: string) => ({ LS: 'C2', DECOM, DEC, REC: 'E4A' });

const careLeaverExamples: RuleExamples = {
  '348': {
    year: 2026,
    previous: leaving(leaver),
    failsPrevious: leaving({ ...leaver, IN_TOUCH: 'DIED' }),
    passes: leaving(leaver),
    fails: leaving(leaver),
  },
  '1000': [
    {
      passes: leaving(noAnswers, { ...open, DEC: '01/05/2024', REC: 'E2' }),
      fails: leaving(leaver, { ...open, DEC: '01/05/2024', REC: 'E2' }),
    },
    {
      previous: episodes(ended),
      failsPrevious: episodes({ ...ended, REC: 'E2' }),
      passes: leaving(leaver),
      fails: leaving(leaver),
    },
  ],
  '1001': [
    // 91 days since turning 14, and 90.
    {
      previous: episodes(),
      passes: leaving(leaver, stay('01/05/2024', '31/07/2024')),
      fails: leaving(leaver, stay('01/05/2024', '30/07/2024')),
    },
    // Two years of one episode are counted once.
    {
      previous: episodes({ LS: 'C2', DECOM: '01/02/2024' }),
      passes: leaving(leaver, stay('01/02/2024', '02/05/2024')),
      fails: leaving(leaver, stay('01/02/2024', '01/05/2024')),
    },
    // In care on the 16th birthday, and ceased on it.
    {
      previous: episodes(),
      passes: {
        Header: [{ DOB: '01/06/2008' }],
        OC3: [{ ...leaver, DOB: '01/06/2008' }],
        Episodes: [stay('01/02/2024', '02/06/2024')],
      },
      fails: {
        Header: [{ DOB: '01/06/2008' }],
        OC3: [{ ...leaver, DOB: '01/06/2008' }],
        Episodes: [stay('01/02/2024', '01/06/2024')],
      },
    },
    // An earlier return adds the days it has: 13 weeks of it, and 90 days.
    {
      previous: episodes(),
      earlier: [stay('01/07/2021', '30/09/2021'), { LS: 'C2', DECOM: '01/07/2021' }],
      failsEarlier: [stay('01/07/2021', '29/09/2021'), { LS: 'C2', DECOM: '01/07/2021' }],
      passes: leaving(leaver),
      fails: leaving(leaver),
    },
    // Short breaks do not count.
    {
      previous: episodes(),
      passes: leaving(leaver, stay('01/05/2024', '01/12/2024')),
      fails: leaving(leaver, { ...stay('01/05/2024', '01/12/2024'), LS: 'V3' }),
    },
  ],
  '1002': [
    { previous: episodes(ended), failsPrevious: episodes(), passes: leaving(leaver), fails: leaving(leaver) },
    // Care that ended in an earlier return that is held.
    {
      previous: episodes(),
      earlier: [{ ...open, DEC: '01/02/2022', REC: 'E4A' }],
      failsEarlier: [],
      passes: leaving(leaver),
      fails: leaving(leaver),
    },
  ],
  '1010': {
    previous: episodes(ended),
    failsPrevious: episodes(open),
    passes: leaving(leaver),
    fails: leaving(leaver),
  },
  '1011': {
    passes: leaving(leaver, { ...open, DEC: '01/05/2024', REC: 'E4A' }),
    fails: leaving(leaver, { ...open, DEC: '01/05/2024', REC: 'E3' }),
  },
};

/** Returns that pass and fail for each rule that compares with last year. */
export const yearOnYearExamples: RuleExamples = {
  ...headerExamples,
  ...unaccompaniedExamples,
  ...firstEpisodeExamples,
  ...adoptionExamples,
  ...unclosedExamples,
  ...careLeaverExamples,
};
