import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

type Episode = ExampleRow<'Episodes'>;

const episodes = (...rows: Episode[]): ExampleTables => ({ Episodes: rows });

/** A stay from 1 May 2024 that may last until one day and not until the next. */
function until(passes: string, fails: string, stay: Episode): RuleExample {
  const from = { ...stay, DECOM: '01/05/2024' };
  return { passes: episodes({ ...from, DEC: passes }), fails: episodes({ ...from, DEC: fails }) };
}

/** A stay that may be open at the end of the year since one day and not since the day before. */
function openSince(passes: string, fails: string, stay: Episode): RuleExample {
  return { passes: episodes({ ...stay, DECOM: passes }), fails: episodes({ ...stay, DECOM: fails }) };
}

const police = { LS: 'L1', DECOM: '01/05/2024', DEC: '03/05/2024', REC: 'X1' };
const hospital = { PLACE: 'T1', DECOM: '01/05/2024', DEC: '01/06/2024', LS: 'C1', REC: 'X1' };

const stay = (from: string, to: string): Episode => ({ PLACE: 'T3', DECOM: from, DEC: to });
const [firstHoliday, secondHoliday] = [stay('20/03/2024', '02/04/2024'), stay('01/08/2024', '05/08/2024')];

/** Returns that pass and fail for each rule on how long something may last, a day apart. */
export const durationExamples: RuleExamples = {
  '361': [
    until('04/05/2024', '05/05/2024', { LS: 'L1' }),
    openSince('28/03/2025', '27/03/2025', { LS: 'L1' }),
    // Two episodes of the status that follow one another, and two that do not.
    {
      passes: episodes(police, { LS: 'L1', DECOM: '04/05/2024', DEC: '06/05/2024' }),
      fails: episodes(police, { LS: 'L1', DECOM: '03/05/2024', DEC: '05/05/2024' }),
    },
  ],
  '362': until('22/05/2024', '23/05/2024', { LS: 'L2' }),
  '363': until('08/05/2024', '09/05/2024', { LS: 'L3' }),
  '364': until('22/05/2024', '23/05/2024', { LS: 'J2' }),
  '375': [
    until('12/06/2024', '13/06/2024', { PLACE: 'T1' }),
    openSince('17/02/2025', '16/02/2025', { PLACE: 'T1' }),
    // Moving to another hospital begins another placement; a change of legal status does not.
    {
      passes: episodes(hospital, { PLACE: 'T1', DECOM: '01/06/2024', DEC: '13/06/2024', RNE: 'P' }),
      fails: episodes(hospital, { PLACE: 'T1', DECOM: '01/06/2024', DEC: '13/06/2024', RNE: 'L', LS: 'C2' }),
    },
  ],
  '376': until('22/05/2024', '23/05/2024', { PLACE: 'T3' }),
  '377': {
    passes: episodes(firstHoliday, secondHoliday, stay('02/04/2025', '04/04/2025')),
    fails: episodes(firstHoliday, secondHoliday, stay('01/04/2025', '04/04/2025')),
  },
  '378': {
    passes: episodes({ PLACE: 'P1', LS: 'C2' }, { PLACE: 'U4', LS: 'V2' }),
    fails: episodes({ PLACE: 'P1', LS: 'V2' }),
  },
  '379': until('08/05/2024', '09/05/2024', { PLACE: 'T4' }),
};
