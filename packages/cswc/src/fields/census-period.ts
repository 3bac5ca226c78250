import { plainDate, type Period } from '@mainstay/primitives';

/** The days of a census year: 2025 is 1 October 2024 to 30 September 2025, the reference date. */
export function censusPeriod(year: number): Period {
  return { from: plainDate(`${year - 1}-10-01`), to: plainDate(`${year}-09-30`) };
}
