import { formatCount, formatNumber } from '@mainstay/web-kit';
import type { CensusHeadFragment, CensusFindingsFragment, ImportCensusMutation } from '../../generated/operations.ts';

type Imported = Extract<ImportCensusMutation['importWorkforceCensus'], { __typename: 'ImportWorkforceCensusSuccess' }>;

/** What became of a file, in a word or two. */
export function statusInWords(status: CensusHeadFragment['status']): string {
  switch (status) {
    case 'HELD':
      return 'Held';
    case 'SUPERSEDED':
      return 'Replaced by a newer file';
    case 'CHECKED':
      return 'Only checked';
    case 'REFUSED':
      return 'Not loaded';
  }
}

/** What came of sending a file: its heading, and whether anything changed. */
export function outcomeInWords({ outcome, census }: Imported): { readonly heading: string; readonly isGood: boolean } {
  const year = `census of ${census.year}`;
  switch (outcome) {
    case 'LOADED':
      return { heading: `The ${year} is loaded: ${workersInWords(census)}.`, isGood: true };
    case 'UNCHANGED':
      return { heading: `What is held of the ${year} says the same already. Nothing changed.`, isGood: true };
    case 'CHECKED':
      return { heading: `The ${year} was only checked: ${workersInWords(census)} would be loaded.`, isGood: true };
    case 'REFUSED':
      return { heading: `No worker of the ${year} could be accepted. Nothing was loaded.`, isGood: false };
  }
}

/** How many workers there are, and how many were kept out. */
export function workersInWords(
  census: Pick<CensusHeadFragment, 'workersLoaded' | 'workersRead' | 'workersKeptOut'>,
): string {
  const { workersLoaded, workersRead, workersKeptOut } = census;
  const all = `${formatNumber(workersLoaded)} of ${formatCount(workersRead, 'worker')}`;
  return workersKeptOut > 0 ? `${all}, ${formatNumber(workersKeptOut)} kept out` : all;
}

/** Who the workers are. */
export function countsInWords({ counts }: Pick<CensusFindingsFragment, 'counts'>): string {
  const { inPost, leavers, agency, others } = counts;
  const rest = others > 0 ? `, ${formatNumber(others)} of whom the file says neither` : '';
  return `${formatNumber(inPost)} in post on 30 September, ${formatNumber(leavers)} left in the year, ${formatNumber(agency)} from agencies${rest}`;
}
