import { columnIndex } from '../tables/tables.ts';
import type { ReturnTables } from './return-to-check.ts';

/**
 * What rules must know of the whole return, because it lies between children.
 *
 * Computed once for a check; a plain value, so that it can be handed to a worker.
 */
export interface ReturnFacts {
  /**
   * The children who have each unique pupil number, by local identifier: the first two are enough to tell whether
   * another child has one's number. UN1–UN5 are left out.
   */
  readonly upnHolders: ReadonlyMap<string, readonly string[]>;
}

/** Works out the facts of a whole return. */
export function returnFacts(tables: ReturnTables): ReturnFacts {
  const upnHolders = new Map<string, string[]>();
  const [child, upn] = [columnIndex('Header', 'CHILD'), columnIndex('Header', 'UPN')];
  for (const { cells, problem } of tables.get('Header') ?? []) {
    const [localId, number] = [cells[child] ?? '', cells[upn] ?? ''];
    if (problem || localId === '' || number === '' || /^UN[1-5]$/.test(number)) continue;
    const holders = upnHolders.get(number);
    if (!holders) upnHolders.set(number, [localId]);
    else if (holders.length < 2 && holders[0] !== localId) holders.push(localId);
  }
  return { upnHolders };
}
