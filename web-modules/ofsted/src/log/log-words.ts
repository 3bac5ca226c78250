import { formatCount } from '@mainstay/web-kit';
import type { LogEntryFragment } from '../generated/operations.ts';

const KINDS: Readonly<Partial<Record<LogEntryFragment['kind'], string>>> = {
  READ: 'Record opened',
  LIST: 'List or figures seen',
  SIGN_IN: 'Signed in',
  SIGN_OUT: 'Signed out',
  REFUSAL: 'Refused',
  AUDIT: 'Log read',
};

/** What each page's operation shows. */
const PAGES: Readonly<Record<string, string>> = {
  ChildrenList: 'Children, as a list',
  ChildRecord: 'A child’s record',
  AuthorityFigures: 'The authority’s figures',
  AllFigures: 'All figures of the authority',
  FigureByGroup: 'A figure of the authority by groups',
  PracticesOfAuthority: 'Practices side by side',
  PracticeFigures: 'A practice',
  InspectionRoom: 'The room',
  InspectionSample: 'Which children are in the sample',
  InspectionLog: 'This log',
};

const LISTS: Readonly<Record<string, string>> = {
  children: 'children',
  sample: 'the sample',
  practices: 'practices',
  contracts: 'contracts',
  log: 'the log',
  employments: 'posts',
};

/** What was done, in a few words: what was shown, where it was a page of this service. */
export function whatInWords({ kind, outcome, operation }: Pick<LogEntryFragment, 'kind' | 'outcome' | 'operation'>) {
  const what = (operation !== null && PAGES[operation]) || (KINDS[kind] ?? 'Other');
  return outcome === 'REFUSED' ? `Refused: ${what}` : what;
}

/** What was seen besides the records opened: `children (25 shown)`; a dash when there was nothing. */
export function listsInWords({ lists, listedCount }: Pick<LogEntryFragment, 'lists' | 'listedCount'>): string {
  const words = lists.map(({ name, size }) => `${LISTS[name] ?? name} (${size} shown)`);
  if (words.length === 0 && listedCount > 0) words.push(formatCount(listedCount, 'child', 'children'));
  return words.join(', ') || '–';
}

/** How many of the records opened are no longer shown by number, in words; null when all are. */
export function recordsNotShown({ records, recordCount }: Pick<LogEntryFragment, 'records' | 'recordCount'>) {
  const more = recordCount - records.length;
  return more > 0
    ? formatCount(more, 'record that is not open to you any more', 'records that are not open to you any more')
    : null;
}
