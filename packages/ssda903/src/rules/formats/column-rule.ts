import { codeSet, isCodeOfAnotherYear, isValidCode, type CodeSetName } from '../../code-sets/code-set.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { isReadableDate } from '../../reading/normalise-cell.ts';
import type { ColumnSpec } from '../../tables/table-spec.ts';
import { tableSpec, type ColumnOf, type TableName } from '../../tables/tables.ts';
import { nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

/** Sets with more codes than this are not listed in what to do. */
const longestList = 13;

/** A form of a rule that other years have in another. */
interface Form extends Pick<Rule, 'message' | 'from' | 'to'> {
  /** True when this form objects to blanks that others let pass. */
  readonly isAlwaysExpected?: boolean;
}

/**
 * A rule that each cell of a column can be read: a day that exists, or a code of the year.
 *
 * A cell that cannot be read keeps its row out. A blank is a fault where the column is always expected, and keeps
 * the row out only where the row cannot be placed without it.
 *
 * @param told the published words, or a form of the rule in some years.
 */
export function readableColumn<T extends TableName>(
  code: string,
  table: T,
  name: ColumnOf<T>,
  told: string | Form,
): Rule {
  const { isAlwaysExpected = false, ...form } = typeof told === 'string' ? { message: told } : told;
  const known = columnOf(table, name);
  const column: ColumnSpec = isAlwaysExpected ? { ...known, need: 'mandatory' } : known;
  return {
    ...form,
    code,
    group: 'formats',
    tables: [table],
    judges: table,
    fields: [name],
    whatToDo: whatToDoAbout(column),
    check(child, { year }): readonly Finding[] {
      let found: Finding[] | null = null;
      for (const row of child.rows(table)) {
        if (column.kind === 'date' && row.date(name) !== null) continue;
        const finding = judge(row as ReturnRow, row.value(name), { column, year });
        if (finding) (found ??= []).push(finding);
      }
      return found ?? nothing;
    },
  };
}

function judge(row: ReturnRow, value: string, { column, year }: { column: ColumnSpec; year: number }): Finding | null {
  if (value === '') return column.need === 'conditional' ? null : { row, keepsRowOut: column.need === 'key' };
  if (column.kind === 'date' || column.kind === 'partial-date') {
    return isReadableDate(value, column.kind) ? null : { row, keepsRowOut: true };
  }
  if (column.kind !== 'code' || isValidCode(column.codeSet, value, year)) return null;
  const isOld = isCodeOfAnotherYear(column.codeSet, value, year);
  const valid = validCodes(column.codeSet, year);
  return {
    row,
    keepsRowOut: true,
    whatToDo: isOld
      ? `That code belongs to returns of other years. Use one of ${year}${valid ? `: ${valid}` : ''}.`
      : `Use a code of ${year}${valid ? `: ${valid}` : ''}.`,
  };
}

function validCodes(set: CodeSetName, year: number): string {
  const codes = codeSet(set)
    .codes.map(({ code }) => code)
    .filter((code) => isValidCode(set, code, year));
  return codes.length <= longestList && !codeSet(set).pattern ? codes.join(', ') : '';
}

function whatToDoAbout(column: ColumnSpec): string {
  if (column.kind === 'date') return `Write ${column.name} as DD/MM/YYYY, a day that exists.`;
  if (column.kind === 'partial-date') {
    return `Write ${column.name} as DD/MM/YYYY, with ZZ for a day, month or year that is not known.`;
  }
  return `Use a code for ${column.name} that the guide to the return lists for the year.`;
}

function columnOf<T extends TableName>(table: T, name: ColumnOf<T>): ColumnSpec {
  const column = tableSpec(table).columns.find((one) => one.name === name);
  if (!column) throw new Error(`${table} has no column ${name}.`);
  return column;
}
