import type { ExampleRow, ExampleTables, RuleExamples } from '../../testing/example-return.ts';
import { ended, episodes, open } from './open-episode.examples.ts';

const leaver = { DOB: '01/06/2005', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' };
const leaving = (row: ExampleRow<'OC3'>, ...stays: ExampleRow<'Episodes'>[]): ExampleTables => ({
  Header: [{ DOB: '01/06/2005' }],
  OC3: [row],
  Episodes: stays,
});
const noAnswers = { DOB: '01/06/2005' };
const stay = (DECOM: string, DEC: string) => ({ LS: 'C2', DECOM, DEC, REC: 'E4A' });

/** Returns that pass and fail for the rules on care leavers and their time in care. */
export const careLeaverComparingExamples: RuleExamples = {
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
