import { runOperation, type CsvCell } from '@mainstay/web-kit';
import { ImportFaultsDocument, type FaultRowFragment, type ImportFaultsQuery } from '../generated/operations.ts';

type FaultPage = NonNullable<ImportFaultsQuery['import903']>['faults'];

/** The columns of the CSV file of faults. */
export const FAULT_CSV_COLUMNS = [
  'file',
  'row',
  'table',
  'fields',
  'child',
  'rule',
  'message',
  'what_to_do',
  'row_kept_out',
] as const;

/** The rows of the CSV file of faults, one for each fault. */
export function faultCsvRows(faults: readonly FaultRowFragment[]): CsvCell[][] {
  return faults.map((fault) => [
    fault.file,
    fault.row,
    fault.table,
    fault.fields.join(' '),
    fault.childLocalId,
    fault.rule.code,
    fault.message,
    fault.whatToDo,
    fault.keepsRowOut ? 'yes' : 'no',
  ]);
}

/**
 * Every fault of an import, asked for a hundred at a time.
 *
 * @throws OperationError when a page cannot be had: half a list is never answered.
 */
export async function fetchFaults(id: string, onProgress: (share: number) => void): Promise<FaultRowFragment[]> {
  const faults: FaultRowFragment[] = [];
  let after: string | null = null;
  do {
    const answer: { readonly data: ImportFaultsQuery } = await runOperation(ImportFaultsDocument, { id, after });
    const page: FaultPage | undefined = answer.data.import903?.faults;
    if (!page) break;
    faults.push(...page.edges.map((edge) => edge.node));
    onProgress(page.totalCount === 0 ? 1 : faults.length / page.totalCount);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return faults;
}
