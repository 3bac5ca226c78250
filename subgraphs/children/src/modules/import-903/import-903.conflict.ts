import { isTableName, type Fault, type TableName } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { identityOf } from '../../history/table-keys.ts';
import { rowKey, type AcceptedRow, type HeldRow } from '../return-903/return-903.difference.ts';
import { findChildrenRecorded, findHeldRows, findTakenOut } from '../return-903/return-903.recorded-repository.ts';
import type { ReturnKey } from '../return-903/return-903.repository.ts';
import { inOrderOfFaults, type CheckedReturn } from './import-903.checking.ts';
import type { ReceivedReturn, ReceivedRow } from './import-903.reading.ts';

/** What of a return's files says something else than what was recorded in the platform, and what stays whatever they say. */
export interface Reconciled {
  /** The rows held, with those marked that stay though the files do not hold them. */
  readonly held: readonly HeldRow[];
  /** `ref`s of the rows sent that are kept out because the platform's record stands. */
  readonly keptOut: ReadonlySet<number>;
}

/**
 * Compares the rows that were sent with what was recorded in the platform for the same year. What was recorded stays: a row
 * that says something else of the same thing, or that was corrected or taken out, is kept out; with `replaceRecorded` it
 * takes the place of what was recorded.
 */
export async function reconcile(
  db: Db,
  key: ReturnKey,
  sent: { accepted: readonly AcceptedRow[]; tables: readonly string[]; replaceRecorded: boolean },
): Promise<Reconciled> {
  const held = await findHeldRows(db, key, sent.tables);
  const takenOut = new Set((await findTakenOut(db, key, sent.tables)).map(({ table, key: of }) => `${table} ${of}`));
  const recorded = new Map(
    held.flatMap(({ table, key: of, recordedCells }) =>
      recordedCells === null ? [] : [[nameOf(table, recordedCells.split('\u001f')), of] as const],
    ),
  );
  const children = await findChildrenRecorded(db, key.laCode);
  if (children.size + takenOut.size === 0) return { held, keptOut: new Set() };
  for (const { table, key: of } of held) takenOut.delete(`${table} ${of}`);
  const conflicts = sent.accepted.filter(({ table, cells }) => {
    const own = recorded.get(nameOf(table, cells));
    const of = rowKey(cells);
    return (own !== undefined && own !== of) || takenOut.has(`${table} ${of}`);
  });
  const named = new Set(sent.accepted.flatMap(({ table, childLocalId }) => (table === 'Header' ? childLocalId : [])));
  // Without a Header there is no child, and nothing that was recorded of one would be seen.
  const isHeaderNeeded = ({ table, childLocalId }: HeldRow): boolean =>
    table === 'Header' && children.has(childLocalId) && !named.has(childLocalId);
  const givesWay = sent.replaceRecorded ? replacedBy(conflicts) : () => false;
  return {
    held: held.map(({ recordedCells, ...row }) => {
      const stays = recordedCells === null ? isHeaderNeeded(row) : !givesWay(row, recordedCells.split('\u001f'));
      return stays ? { ...row, stays } : row;
    }),
    keptOut: new Set(sent.replaceRecorded ? [] : conflicts.flatMap(({ ref }) => ref ?? [])),
  };
}

/** Tables whose rows of one child follow one another: some of the file's and some of the platform's make no sense together. */
const SEQUENCES: readonly string[] = ['Episodes', 'SWEpisodes'];

/** Which of the recorded rows give way to files that win where they say something else. */
function replacedBy(conflicts: readonly AcceptedRow[]): (row: HeldRow, cells: readonly string[]) => boolean {
  const things = new Set(conflicts.map(({ table, cells }) => nameOf(table, cells)));
  const sequences = new Set(
    conflicts.flatMap(({ table, childLocalId }) => (SEQUENCES.includes(table) ? `${table} ${childLocalId}` : [])),
  );
  return ({ table, childLocalId }, cells) =>
    things.has(nameOf(table, cells)) || sequences.has(`${table} ${childLocalId}`);
}

/** What was found by the rules, with the rows that are kept out because the platform's record stands. */
export function withConflicts(
  checked: CheckedReturn,
  { tables }: ReceivedReturn,
  conflicts: ReadonlySet<number>,
): CheckedReturn {
  if (conflicts.size === 0) return checked;
  const faults = [...tables].flatMap(([table, rows]) =>
    rows.filter(({ ref }) => conflicts.has(ref)).map((row) => conflictFault(table, row)),
  );
  const keptOut = checked.keptOut.union(conflicts);
  return {
    ...checked,
    faults: inOrderOfFaults([...checked.faults, ...faults]),
    keptOut,
    withFault: checked.withFault.difference(keptOut),
  };
}

function nameOf(table: string, cells: readonly string[]): string {
  return isTableName(table) ? `${table} ${identityOf(table, cells)}` : table;
}

/** The platform's own rule for rows of files that say something else than what was recorded in it. */
function conflictFault(table: TableName, { ref, file, line, cells }: ReceivedRow): Fault {
  return {
    table,
    rowRef: ref,
    file,
    line,
    fields: ['CHILD'],
    ruleCode: 'MS14',
    message: 'The row says something else than what was recorded in the platform, whose record stands.',
    whatToDo:
      'Look at the child’s history. If the file is right, import it again and say that it replaces what was recorded; if the platform is right, put the file right where it comes from.',
    childLocalId: cells[0] ?? '',
    keepsRowOut: true,
    isContext: false,
    isPreviousYear: false,
  };
}
