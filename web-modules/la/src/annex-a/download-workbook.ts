import { OperationError, runOperation, type Answer } from '@mainstay/web-kit';
import type { PlainDate } from '@mainstay/primitives';
import { AnnexAListDocument, AuthorityNamesDocument, type AuthorityNamesQuery } from '../generated/operations.ts';

/** How many lists there are. */
const LISTS = 11;

/**
 * Draws every list and has the browser save them as one workbook, whose name says the authority's code and the day.
 *
 * @param onList told how many lists are drawn.
 * @throws OperationError when a list could not be drawn; nothing is saved then.
 */
export async function downloadWorkbook(
  { la, asAt, isDemonstration }: { readonly la: string; readonly asAt: PlainDate; readonly isDemonstration: boolean },
  onList: (drawn: number) => void,
): Promise<void> {
  const { annexAWorkbook, filledList } = await import('@mainstay/annex-a');
  const names = await authorityNames();
  const lists = [];
  let authority = la;
  for (let list = 1; list <= LISTS; list++) {
    const { data, missing } = await runOperation(AnnexAListDocument, { la, list, asAt });
    const drawn = data.localAuthority?.annexA;
    const [part] = missing;
    if (part || !drawn) throw new OperationError(part?.message ?? 'The list could not be drawn.', 'PARTIAL');
    authority = data.localAuthority?.name ?? la;
    lists.push(filledList(drawn, names));
    onList(list);
  }
  const bytes = await annexAWorkbook({ authority, asAt, isDemonstration, lists });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `annex-a-${la}-${asAt}.xlsx`;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function authorityNames(): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let after: string | null = null;
  do {
    const { data }: Answer<AuthorityNamesQuery> = await runOperation(AuthorityNamesDocument, { after });
    for (const { node } of data.localAuthorities.edges) names.set(node.id, node.name);
    after = data.localAuthorities.pageInfo.hasNextPage ? data.localAuthorities.pageInfo.endCursor : null;
  } while (after !== null);
  return names;
}
