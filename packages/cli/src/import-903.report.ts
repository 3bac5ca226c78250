import type { Import903 } from './import-903.client.ts';
import type { Mainstay } from './mainstay.ts';

const outcomes: Record<string, string> = {
  LOADED: 'Loaded.',
  UNCHANGED: 'Nothing changed: every row was loaded already.',
  CHECKED: 'Checked; nothing was loaded, as asked.',
  REFUSED: 'Nothing was loaded: no row could be accepted.',
  INTERRUPTED: 'The platform stopped in the middle; nothing was loaded. Import again.',
  FAILED: 'The platform failed; nothing was loaded.',
};

/** An import's report as text: files, tables, faults by rule and by child, and the rules that could not run. */
export function describeImport(done: Import903): string {
  return [
    outcomes[done.status] ?? done.stage,
    ...section('Files', done.files.flatMap(describeFile)),
    ...section('Rows', [
      row('', 'read', 'added', 'removed', 'unchanged', 'kept out', 'with fault'),
      ...done.tables.map((t) =>
        row(t.table, t.rowsRead, t.rowsAdded, t.rowsRemoved, t.rowsUnchanged, t.rowsKeptOut, t.rowsWithFault),
      ),
    ]),
    ...section(
      'Faults by rule',
      done.faultsByRule.map(
        ({ rule, count, children, keepsRowOut }) =>
          `${rule.code.padEnd(10)} ${String(count).padStart(6)} faults, ${children} children${keepsRowOut ? ', rows kept out' : ''}: ${rule.message}`,
      ),
    ),
    ...section(
      `Faults by child (${done.faultsByChild.totalCount} children; the first ten)`,
      done.faultsByChild.edges.map(
        ({ node }) => `${node.childLocalId.padEnd(12)} ${node.count} faults: ${node.rules.join(', ')}`,
      ),
    ),
    ...section('Rules that did not run', reasons(done)),
  ].join('\n');
}

function describeFile({ name, table, rows, notes, refusal }: Import903['files'][number]): string[] {
  const outcome = refusal ?? `${table ?? 'no table'}, ${rows} rows`;
  return [`${name}: ${outcome}`, ...notes.map((note) => `    ${note}`)];
}

function reasons({ rulesNotRun }: Import903): string[] {
  const byReason = Map.groupBy(rulesNotRun, ({ reason }) => reason);
  return [...byReason].map(([reason, rules]) => `${rules.map(({ rule }) => rule.code).join(', ')}: ${reason}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return [name.padEnd(14), ...cells.map((cell) => String(cell).padStart(11))].join('');
}

const FAULTS = 'query Faults($id: ID!) { import903(id: $id) { faultsCsv } }';

/** Every fault of an import as CSV, one a line, in order of child, table and row. */
export async function faultsCsv(mainstay: Mainstay, id: string): Promise<string> {
  const { import903 } = await mainstay.ask<{ import903: { faultsCsv: string } }>(FAULTS, { id });
  return import903.faultsCsv;
}
