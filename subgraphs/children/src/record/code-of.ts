import { isValidCode, type CodeSetName } from '@mainstay/ssda903';
import { RecordFault } from '@mainstay/subgraph-kit/record';

/**
 * A code that the SSDA903 return of a year may hold.
 *
 * @throws RecordFault when it may not.
 */
export function codeOf(field: string, code: string, { set, year }: { set: CodeSetName; year: number }): string {
  if (!isValidCode(set, code, year)) throw new RecordFault(field, 'Choose a code from the list of that year.');
  return code;
}
