import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const episodes = (...rows: ExampleRow<'Episodes'>[]): ExampleTables => ({ Episodes: rows });
const workers = (...rows: ExampleRow<'SWEpisodes'>[]): ExampleTables => ({ SWEpisodes: rows });
const freed = { DECOM: '30/12/2005', LS: 'D1', DEC: '01/05/2024', REC: 'E11' };
const born = { Header: [{ DOB: '29/02/2008' }] };

const placementExamples: RuleExamples = {
  '217t': {
    year: 2024,
    passes: episodes({ DECOM: '27/10/2023', PLACE: 'P2' }),
    fails: episodes({ DECOM: '28/10/2023', PLACE: 'P2' }),
  },
  '230': [
    {
      year: 2024,
      passes: episodes({ PLACE: 'H5', DEC: '27/10/2023' }),
      fails: episodes({ PLACE: 'H5', DEC: '28/10/2023' }),
    },
    { year: 2024, passes: episodes({ PLACE: 'H5', PL_POST: 'XS1 1AA' }), fails: episodes({ PLACE: 'H5' }) },
    { year: 2024, passes: episodes({ PLACE: 'H5', URN: 'SC900001' }), fails: episodes({ PLACE: 'H5' }) },
  ],
  // Somebody born on 29 February turns 16 on that day of a leap year.
  '370': {
    year: 2024,
    passes: { ...born, ...episodes({ DECOM: '29/02/2024', PLACE: 'P2' }) },
    fails: { ...born, ...episodes({ DECOM: '28/02/2024', PLACE: 'P2' }) },
  },
};

const freeingExamples: RuleExamples = {
  '445': { passes: episodes({ ...freed, DECOM: '31/12/2005' }), fails: episodes({ ...freed, DECOM: '01/01/2006' }) },
  '451': { passes: episodes(freed), fails: episodes({ ...freed, DEC: '', REC: '' }) },
  '555': [
    { passes: { ...episodes(freed), PlacedAdoption: [{ DATE_PLACED: '01/12/2005' }] }, fails: episodes(freed) },
    { passes: episodes({ ...freed, LS: 'E1' }), fails: { ...episodes(freed), PlacedAdoption: [{}] } },
  ],
  '556': {
    passes: { ...episodes(freed), PlacedAdoption: [{ DATE_PLACED: '30/12/2005' }] },
    fails: { ...episodes(freed), PlacedAdoption: [{ DATE_PLACED: '31/12/2005' }] },
  },
};

const inCare = { DECOM: '01/05/2022', LS: 'C2' };
const worker = { SW_ID: 'SW1', SW_DECOM: '01/05/2023', SW_REASON: 'MANAGE' };
const next = { ...worker, SW_ID: 'SW2', SW_DECOM: '01/06/2024' };

/** Examples in which the social worker last year ended with is the first of this year, and in which not quite. */
const comesBack = (changed: ExampleRow<'SWEpisodes'>): RuleExample[] => [
  { previous: workers(worker), passes: workers(worker), fails: workers({ ...worker, ...changed }) },
  {
    previous: workers({ ...worker, SW_DEC: '01/02/2024' }),
    failsPrevious: workers(worker),
    passes: workers({ ...worker, ...changed }),
    fails: workers({ ...worker, ...changed }),
  },
];

const socialWorkerExamples: RuleExamples = {
  SW01STG1: [
    { year: 2024, passes: { ...episodes(inCare), ...workers(worker) }, fails: episodes(inCare) },
    { year: 2024, passes: episodes({ ...inCare, DEC: '31/03/2024', REC: 'E4A' }), fails: episodes(inCare) },
  ],
  SW03STG1: { year: 2024, passes: workers(worker), fails: workers({ ...worker, SW_REASON: '' }) },
  SW108STG2: {
    year: 2024,
    passes: workers({ ...worker, SW_DEC: '01/06/2024' }, next),
    fails: workers(worker, next),
  },
  SW11STG2: {
    passes: { ...episodes(inCare), ...workers({ ...worker, SW_DEC: '31/03/2025' }) },
    fails: { ...episodes(inCare), ...workers({ ...worker, SW_DEC: '30/03/2025' }) },
  },
  SW14STG2: { passes: workers({ ...worker, SW_DEC: '01/06/2024' }, next), fails: workers(worker, next) },
  SW15STG2: {
    passes: workers({ SW_DECOM: '31/03/2023', SW_REASON: '' }),
    fails: workers({ SW_DECOM: '01/04/2023', SW_REASON: '' }),
  },
  SW16aSTG2: comesBack({ SW_ID: 'SW3' }),
  SW16bSTG2: comesBack({ SW_DECOM: '02/05/2023' }),
  SW16cSTG2: comesBack({ SW_REASON: 'OTHERS' }),
};

/** Returns that pass and fail for each rule that ended in a past year. */
export const droppedExamples: RuleExamples = { ...placementExamples, ...freeingExamples, ...socialWorkerExamples };
