import type { CensusRule } from '../checking/fault.ts';
import { censusWorkerOf, numberOf } from '../fields/census-worker.ts';
import type { CensusFile } from '../reading/census-file.ts';

/** What the authority says of its agency workers cannot be more than the workers themselves say. */
export const coverAboveAgency: CensusRule & { breaks(census: CensusFile): boolean } = {
  code: 'CW012',
  message:
    'More vacancies are covered by agency workers (NoAgencyFTE) than the agency workers of the file have full-time equivalents together. Correct it, or add the agency workers who are missing.',
  keepsWorkerOut: false,
  breaks({ authority, workers }) {
    const covered = numberOf(authority.NoAgencyFTE);
    if (covered === null) return false;
    const agency = workers
      .map(({ cells }) => censusWorkerOf(cells))
      .reduce((sum, { isAgency, fte }) => sum + (isAgency === true ? (fte ?? 0) : 0), 0);
    // The block has two decimal places, workers have six.
    return covered > agency + 0.005;
  },
};
