import type { ExampleRow, ExampleTables, RuleExamples } from '../../testing/example-return.ts';

type Episode = ExampleRow<'Episodes'>;

const episodes = (...rows: Episode[]): ExampleTables => ({ Episodes: rows });
const aBreak = (from: string, to: string, LS = 'V3'): Episode => ({ DECOM: from, DEC: to, LS, RNE: 'S', REC: 'E4A' });

/** Four breaks of 15 days each: 60 days. */
const sixtyDays = [
  aBreak('01/05/2024', '16/05/2024'),
  aBreak('01/06/2024', '16/06/2024'),
  aBreak('01/07/2024', '16/07/2024'),
  aBreak('01/08/2024', '16/08/2024'),
];

/** Breaks of which the first began on 20 March 2024 and had five of its days by the end of the month. */
const acrossYears = [aBreak('20/03/2024', '30/03/2024'), ...sixtyDays];

const settled = { DECOM: '01/05/2024', LS: 'C2' };
const review = { REVIEW: '05/05/2024', REVIEW_CODE: 'PN1' };

/** Returns that pass and fail for each rule on short breaks, a day apart where days are counted. */
export const shortBreakExamples: RuleExamples = {
  '365': [
    {
      passes: episodes(aBreak('01/05/2024', '18/05/2024')),
      fails: episodes(aBreak('01/05/2024', '19/05/2024')),
    },
    {
      passes: episodes(aBreak('01/05/2024', '01/02/2025', 'V4'), { DECOM: '14/03/2025', LS: 'V3' }),
      fails: episodes(aBreak('01/05/2024', '01/02/2025', 'V4'), { DECOM: '13/03/2025', LS: 'V3' }),
    },
  ],
  '366': {
    passes: episodes(aBreak('01/05/2024', '03/05/2024'), { DECOM: '02/06/2024', LS: 'V4', RNE: 'P' }),
    fails: episodes({ ...aBreak('01/05/2024', '03/05/2024'), RNE: 'P' }),
  },
  '367': [
    // 75 days, and 76.
    {
      passes: episodes(...sixtyDays, aBreak('01/09/2024', '16/09/2024')),
      fails: episodes(...sixtyDays, aBreak('01/09/2024', '17/09/2024')),
    },
    // 10 + 60 + 15 days, of which nine or ten lie more than twelve months before the last day.
    {
      passes: episodes(...acrossYears, aBreak('15/03/2025', '30/03/2025')),
      fails: episodes(...acrossYears, aBreak('14/03/2025', '29/03/2025')),
    },
    // Days that two breaks claim count once.
    {
      passes: episodes(...sixtyDays, aBreak('08/08/2024', '31/08/2024')),
      fails: episodes(...sixtyDays, aBreak('08/08/2024', '01/09/2024')),
    },
  ],
  '382': {
    passes: episodes({ LS: 'V3', PLACE: 'U6' }, { LS: 'C2', PLACE: 'T1' }),
    fails: episodes({ LS: 'V3', PLACE: 'T1' }),
  },
  '384': {
    passes: episodes({ LS: 'V4', PLACE: 'U6' }, { LS: 'C2', PLACE: 'U4' }),
    fails: episodes({ LS: 'V4', PLACE: 'U4' }),
  },
  '399': [
    {
      passes: { Episodes: [aBreak('01/05/2024', '03/05/2024'), settled], Reviews: [review] },
      fails: { Episodes: [aBreak('01/05/2024', '03/05/2024')], Reviews: [review] },
    },
    {
      passes: { Header: [{}], Episodes: [aBreak('01/05/2024', '03/05/2024')] },
      fails: { Header: [{ MOTHER: '0' }], Episodes: [aBreak('01/05/2024', '03/05/2024')] },
    },
  ],
  '426': {
    passes: episodes(aBreak('01/05/2023', '31/03/2024', 'V4'), aBreak('01/05/2024', '03/05/2024')),
    fails: episodes(aBreak('01/05/2023', '01/04/2024', 'V4'), aBreak('01/05/2024', '03/05/2024')),
  },
};
