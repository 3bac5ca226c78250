import type { ReturnRow } from '../../checking/return-row.ts';
import { tables, type TableName } from '../../tables/tables.ts';
import { nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

/** Separates cells when rows are compared: no cell that was read holds it. */
const boundary = '\u0000';

function contentOf(row: ReturnRow): string {
  return row.source.cells.join(boundary);
}

/** So few rows that comparing each with each is quicker than taking down what they say. */
const few = 8;

function saysTheSame(one: ReturnRow, other: ReturnRow): boolean {
  const [cells, others] = [one.source.cells, other.source.cells];
  return cells.length === others.length && cells.every((cell, index) => cell === others[index]);
}

/** Rows that say exactly what an earlier one says. A row that is loaded already comes before new ones. */
function repetitions(rows: readonly ReturnRow[]): readonly ReturnRow[] {
  if (rows.length < 2) return nothing;
  if (rows.length <= few) {
    return rows.filter((row, index) => {
      for (let before = 0; before < index; before++) {
        const other = rows[before];
        if (other && saysTheSame(row, other)) return true;
      }
      return false;
    });
  }
  const seen = new Set<string>();
  return rows.filter((row) => {
    const content = contentOf(row);
    if (seen.has(content)) return true;
    seen.add(content);
    return false;
  });
}

/** A rule for a table in which a child has one row: of equal rows the first stays, of differing ones none. */
function onlyOnce(code: string, table: TableName): Rule {
  return {
    code,
    group: 'structural',
    tables: [table],
    judges: table,
    fields: ['CHILD'],
    message: `Internal Check: Child should only exist once in ${table}.`,
    whatToDo: `Keep one ${table} row for the child. If the rows differ, decide which is right: none is loaded until then.`,
    check(child): readonly Finding[] {
      const rows: readonly ReturnRow[] = child.rows(table);
      if (child.localId === '' || rows.length < 2) return nothing;
      const repeated = repetitions(rows);
      const differs = rows.length - repeated.length > 1;
      return (differs ? rows : repeated).map((row) => ({ row }));
    },
  };
}

const repeatedRow: Rule = {
  code: 'MS07',
  group: 'structural',
  isOwn: true,
  tables: [],
  fields: [],
  message: 'The row says exactly what an earlier row says.',
  whatToDo: 'Nothing needs doing: the first of the equal rows is loaded. Take the others out if they were not meant.',
  *check(child): Generator<Finding> {
    if (child.localId === '') return;
    for (const table of tables) {
      if (table.isOncePerChild) continue;
      for (const row of repetitions(child.rows(table.name))) yield { row };
    }
  },
};

/** The rules about a child, or a row, that is there more than once. */
export const duplicateRules: readonly Rule[] = [
  onlyOnce('INT31', 'AD1'),
  onlyOnce('INT32', 'Header'),
  onlyOnce('INT33', 'OC2'),
  onlyOnce('INT34', 'OC3'),
  onlyOnce('INT35', 'PrevPerm'),
  onlyOnce('INT36', 'UASC'),
  repeatedRow,
];
