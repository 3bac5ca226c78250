import type { ExampleRow, ExampleTables } from '../../testing/example-return.ts';

/** A return of these episodes only. */
export const episodes = (...rows: ExampleRow<'Episodes'>[]): ExampleTables => ({ Episodes: rows });

/** An episode that was open on 31 March 2024. */
export const open: ExampleRow<'Episodes'> = {
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
/** The same, ended before the end of that year. */
export const ended = { ...open, DEC: '01/02/2024', REC: 'E4A' };
