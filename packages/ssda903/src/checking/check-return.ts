import { collectionYear } from '@mainstay/primitives';
import { duplicateRules } from '../rules/structural/duplicate.rules.ts';
import { unusableRules } from '../rules/structural/reading.rules.ts';
import { isActive, ordinaryRules } from '../rules/rules.ts';
import type { Rule } from '../rules/rule.ts';
import { columnIndex, tables, type TableName } from '../tables/tables.ts';
import { checkChild, type RunningRules } from './check-child.ts';
import type { RowsByTable } from './child-rows.ts';
import type { CheckResult, CheckStep, Fault } from './fault.ts';
import type { CheckedRow, ReturnTables, ReturnToCheck } from './return-to-check.ts';
import { ReturnRow } from './return-row.ts';
import { reasonNotRun, rulesNotRun } from './rules-not-run.ts';

/** How many children are checked between two steps. */
const childrenPerStep = 500;

/**
 * Judges a return by every rule of its year.
 *
 * Time and memory grow with the number of rows: each child is judged alone, by its own rows of all tables.
 */
export function checkReturn(input: ReturnToCheck): CheckResult {
  const faults: Fault[] = [];
  for (const step of checkReturnInSteps(input)) for (const fault of step.faults) faults.push(fault);
  return { faults, rulesNotRun: rulesNotRun(input) };
}

/**
 * The same as `checkReturn`, a few hundred children at a time, so that the caller can report how far it has come or
 * give way to other work. `rulesNotRun` answers separately.
 */
export function* checkReturnInSteps(input: ReturnToCheck): Generator<CheckStep, void, undefined> {
  const running = runningRules(input);
  const context = { year: input.year, start: collectionYear(input.year).from, end: collectionYear(input.year).to };
  const children = byChild(input.tables);
  const previous = input.previous ? byChild(input.previous) : new Map<string, CellsByTable>();

  let faults: Fault[] = [];
  let childrenChecked = 0;
  for (const [localId, rows] of children) {
    const all = wrapped(rows);
    const found = checkChild({ localId, all, previous: wrapped(previous.get(localId)), running, context });
    for (const fault of found) faults.push(fault);
    childrenChecked++;
    if (childrenChecked % childrenPerStep === 0) {
      yield { childrenChecked, childrenTotal: children.size, faults };
      faults = [];
    }
  }
  yield { childrenChecked, childrenTotal: children.size, faults };
}

type CellsByTable = Map<TableName, CheckedRow[]>;

function runningRules(input: ReturnToCheck): RunningRules {
  const running = (rules: readonly Rule[]) =>
    rules.filter((rule) => isActive(rule, input.year) && reasonNotRun(rule, input) === null);
  return { unusable: running(unusableRules), duplicate: running(duplicateRules), ordinary: running(ordinaryRules) };
}

function byChild(rows: ReturnTables): Map<string, CellsByTable> {
  const children = new Map<string, CellsByTable>();
  for (const { name } of tables) {
    const at = columnIndex(name, 'CHILD');
    for (const row of rows.get(name) ?? []) {
      const localId = row.cells[at] ?? '';
      const own = children.get(localId) ?? new Map<TableName, CheckedRow[]>();
      children.set(localId, own);
      const sameTable = own.get(name);
      if (sameTable) sameTable.push(row);
      else own.set(name, [row]);
    }
  }
  return children;
}

function wrapped(rows: CellsByTable | undefined): RowsByTable {
  const tablesOfChild = new Map<TableName, ReturnRow[]>();
  for (const [table, own] of rows ?? []) {
    tablesOfChild.set(
      table,
      own.map((row) => new ReturnRow(table, row)),
    );
  }
  return tablesOfChild;
}
