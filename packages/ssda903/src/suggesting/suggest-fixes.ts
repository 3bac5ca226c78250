import { checkOneChild } from '../checking/check-one-child.ts';
import type { Fault } from '../checking/fault.ts';
import { returnFacts } from '../checking/return-facts.ts';
import type { CheckedRow, ReturnToCheck } from '../checking/return-to-check.ts';
import { tableSpec } from '../tables/tables.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidate, CellPatch, Suggestion } from './suggestion.ts';

/** How many changes are tried for one fault, and how many that put it right are offered. */
const MOST_TRIED = 12;
const MOST_OFFERED = 3;

/**
 * Changes of one row that put a fault right, the likeliest first. Each was tried: the child's return was judged with it,
 * and what it would fix and bring is told. None is offered that would keep a row out of the return.
 *
 * @param input the child's return: rows of that child only, as `checkOneChild` takes them.
 * @param found all faults of the child now.
 */
export function suggestFixes(
  input: ReturnToCheck,
  { localId, fault, found }: { localId: string; fault: Fault; found: readonly Fault[] },
): Suggestion[] {
  if (fault.isPreviousYear) return [];
  const row = input.tables.get(fault.table)?.find(({ ref }) => ref === fault.rowRef);
  if (!row) return [];
  const facts = input.facts ?? returnFacts(input.tables);
  const offered: Suggestion[] = [];
  for (const candidate of distinct(candidatesFor({ fault, row, input })).slice(0, MOST_TRIED)) {
    const tried = checkOneChild(withPatch({ ...input, facts }, { fault, row, patch: candidate.patch }), localId);
    const { fixes, brings } = compared(found, tried);
    if (!fixes.includes(fault) || brings.some(({ keepsRowOut }) => keepsRowOut)) continue;
    offered.push({ ...candidate, table: fault.table, rowRef: fault.rowRef, fixes, brings });
  }
  return offered
    .toSorted((one, other) => one.brings.length - other.brings.length || other.fixes.length - one.fixes.length)
    .slice(0, MOST_OFFERED);
}

/** Faults that were there and are not any more, and faults that were not. A row keeps its name whatever changes in it. */
export function compared(
  before: readonly Fault[],
  after: readonly Fault[],
): { fixes: readonly Fault[]; brings: readonly Fault[] } {
  const still = new Set(after.map(nameOf));
  const known = new Set(before.map(nameOf));
  return {
    fixes: before.filter((fault) => !still.has(nameOf(fault))),
    brings: after.filter((fault) => !known.has(nameOf(fault))),
  };
}

function nameOf({ ruleCode, table, rowRef, fields, isPreviousYear }: Fault): string {
  return [ruleCode, table, rowRef, fields.join(' '), isPreviousYear].join('\u001f');
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((one) => [JSON.stringify(one.patch), one])).values()].toReversed();
}

function withPatch(
  input: ReturnToCheck,
  { fault, row, patch }: { fault: Fault; row: CheckedRow; patch: CellPatch },
): ReturnToCheck {
  const rows = input.tables.get(fault.table) ?? [];
  const patched = rows.map((one) =>
    one === row ? { ...row, cells: patchedCells(fault.table, row.cells, patch) } : one,
  );
  return { ...input, tables: new Map(input.tables).set(fault.table, patched) };
}

/** Cells of a row with some of them changed. */
export function patchedCells(table: Fault['table'], cells: readonly string[], patch: CellPatch): string[] {
  return tableSpec(table).columns.map(({ name }, index) => patch[name] ?? cells[index] ?? '');
}
