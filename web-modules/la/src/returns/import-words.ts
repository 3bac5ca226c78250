import { formatCount, formatNumber } from '@mainstay/web-kit';
import type { ImportOutcomeFragment } from '../generated/operations.ts';

type Status = ImportOutcomeFragment['status'];
type Outcome = Pick<ImportOutcomeFragment, 'status' | 'tables' | 'faultCount'>;

/** What came of an import: a headline, and the rest in sentences. */
export interface OutcomeWords {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly isSuccess: boolean;
}

const STATUS: Record<Status, string> = {
  QUEUED: 'Waiting',
  RUNNING: 'Running',
  LOADED: 'Loaded',
  UNCHANGED: 'Nothing changed',
  CHECKED: 'Checked only',
  REFUSED: 'Refused',
  INTERRUPTED: 'Interrupted',
  FAILED: 'Failed',
};

/** Where an import stands, in a word or two. */
export function statusInWords(status: Status): string {
  return STATUS[status];
}

/** True while there is more to come. */
export function isUnderWay(status: Status): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** What came of an import that has ended. */
export function outcomeInWords(outcome: Outcome): OutcomeWords {
  const faults = faultsInWords(outcome);
  switch (outcome.status) {
    case 'LOADED':
      return {
        heading: 'The return is loaded',
        sentences: [rowsInWords(outcome, 'were'), ...removed(outcome), faults],
        isSuccess: true,
      };
    case 'CHECKED':
      return {
        heading: 'The files are checked. Nothing was loaded',
        sentences: [rowsInWords(outcome, 'would be'), ...removed(outcome), faults],
        isSuccess: true,
      };
    case 'UNCHANGED':
      return {
        heading: 'Nothing changed: all of it was loaded already',
        sentences: [rowsInWords(outcome, 'were'), faults],
        isSuccess: true,
      };
    case 'REFUSED':
      return {
        heading: 'Nothing was loaded: no row could be accepted',
        sentences: ['What is wrong with each file, and what to do, is said below.', faults],
        isSuccess: false,
      };
    case 'INTERRUPTED':
      return {
        heading: 'The import was interrupted. Nothing changed',
        sentences: ['The platform stopped in the middle. Import the files again.'],
        isSuccess: false,
      };
    case 'FAILED':
      return {
        heading: 'The import failed. Nothing changed',
        sentences: [
          'The fault is the platform’s, not that of your files. Import them again; if it happens again, tell support.',
        ],
        isSuccess: false,
      };
    case 'QUEUED':
    case 'RUNNING':
      return { heading: 'The import is under way', sentences: [], isSuccess: false };
  }
}

/** `132 faults were found.` and what they mean for the rows; or that there were none. */
function faultsInWords({ faultCount, tables }: Outcome): string {
  if (faultCount === 0) return 'No fault was found.';
  const withFault = sum(tables, 'rowsWithFault');
  const found = `${formatCount(faultCount, 'fault')} ${faultCount === 1 ? 'was' : 'were'} found.`;
  return withFault === 0
    ? found
    : `${found} ${formatCount(withFault, 'accepted row')} ${withFault === 1 ? 'has' : 'have'} a fault recorded.`;
}

function rowsInWords({ tables }: Outcome, verb: 'were' | 'would be'): string {
  const [added, kept] = [sum(tables, 'rowsAdded'), sum(tables, 'rowsKeptOut')].map(
    (rows) => `${formatNumber(rows)} ${was(rows, verb)}`,
  );
  const there = sum(tables, 'rowsUnchanged');
  return `Of ${formatCount(sum(tables, 'rowsRead'), 'row')} read, ${added} added, ${formatNumber(there)} ${was(there, 'were')} there already and ${kept} kept out.`;
}

function removed({ tables }: Outcome): string[] {
  const rows = sum(tables, 'rowsRemoved');
  if (rows === 0) return [];
  const [are, stay] = rows === 1 ? ['is', 'it stays'] : ['are', 'they stay'];
  return [
    `${formatCount(rows, 'row')} of the earlier return ${are} missing from these files; ${stay} on record as known before.`,
  ];
}

function was(rows: number, verb: 'were' | 'would be'): string {
  return verb === 'were' && rows === 1 ? 'was' : verb;
}

type Counted = 'rowsRead' | 'rowsAdded' | 'rowsRemoved' | 'rowsUnchanged' | 'rowsKeptOut' | 'rowsWithFault';

function sum(tables: Outcome['tables'], column: Counted): number {
  return tables.reduce((total, table) => total + table[column], 0);
}
