import { collectionYear } from '@mainstay/primitives';
import { duplicateRules } from '../rules/structural/duplicate.rules.ts';
import { unusableRules } from '../rules/structural/reading.rules.ts';
import { isActive, ordinaryRules, rulesFor } from '../rules/rules.ts';
import type { CheckContext, Rule } from '../rules/rule.ts';
import { columnIndex, tables, type TableName } from '../tables/tables.ts';
import { checkChild, type RunningRules } from './check-child.ts';
import type { RowsByTable } from './child-rows.ts';
import type { CheckResult, CheckStep, Fault } from './fault.ts';
import { returnFacts } from './return-facts.ts';
import type { CheckedRow, ReturnTables, ReturnToCheck } from './return-to-check.ts';
import { ReturnRow } from './return-row.ts';
import { reasonNotRun, rulesNotRun } from './rules-not-run.ts';
import { RulesOfChild } from './rules-of-child.ts';

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
  const context = contextOf(input);
  const children = byChild(input.tables);
  const previous = byChild(compared(input));
  const earlier = byChild(new Map([['Episodes', input.earlierEpisodes ?? []]]));
  const localIds = [...children.keys(), ...lastSeen(children, previous)];

  let faults: Fault[] = [];
  let childrenChecked = 0;
  for (const localId of localIds) {
    const rows = {
      all: wrapped(children.get(localId)),
      previous: wrapped(previous.get(localId), true),
      earlier: wrapped(earlier.get(localId), true),
    };
    for (const fault of checkChild({ localId, rows, running, context })) faults.push(fault);
    childrenChecked++;
    if (childrenChecked % childrenPerStep === 0) {
      yield { childrenChecked, childrenTotal: localIds.length, faults };
      faults = [];
    }
  }
  yield { childrenChecked, childrenTotal: localIds.length, faults };
}

function contextOf(input: ReturnToCheck): CheckContext {
  const { from, to } = collectionYear(input.year);
  return {
    year: input.year,
    start: from,
    end: to,
    laCode: input.laCode ?? null,
    providers: input.providers ?? null,
    postcodes: input.postcodes ?? null,
    facts: input.facts ?? returnFacts(input.tables),
  };
}

/** The tables of last year's return that some rule of the year looks at. */
function compared({ year, previous }: ReturnToCheck): ReturnTables {
  const looked = new Set(rulesFor(year).flatMap(({ needsPrevious }) => needsPrevious ?? []));
  return new Map([...(previous ?? [])].filter(([table]) => looked.has(table)));
}

/** The children who are in last year's return only. */
function lastSeen(children: ReadonlyMap<string, unknown>, previous: ReadonlyMap<string, unknown>): string[] {
  return [...previous.keys()].filter((localId) => localId !== '' && !children.has(localId));
}

type CellsByTable = Map<TableName, CheckedRow[]>;

function runningRules(input: ReturnToCheck): RunningRules {
  const running = (rules: readonly Rule[]) =>
    rules.filter((rule) => isActive(rule, input.year) && reasonNotRun(rule, input) === null);
  const ordinary = running(ordinaryRules);
  const comparing = ordinary.filter((rule) => rule.needsPrevious);
  return {
    unusable: running(unusableRules),
    duplicate: running(duplicateRules),
    ordinary: new RulesOfChild(ordinary),
    comparing,
  };
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

const noRows: RowsByTable = new Map();

function wrapped(rows: CellsByTable | undefined, isPreviousYear = false): RowsByTable {
  if (!rows) return noRows;
  const tablesOfChild = new Map<TableName, ReturnRow[]>();
  for (const [table, own] of rows) {
    tablesOfChild.set(
      table,
      own.map((row) => new ReturnRow(table, row, isPreviousYear)),
    );
  }
  return tablesOfChild;
}
