import type { RowProblem } from '../../reading/return-file.ts';
import { isCollectedIn, tables } from '../../tables/tables.ts';
import { isValidCode } from '../../code-sets/code-set.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';

/** The longest identifier of a child that is taken: what the national data standard allows. */
export const longestId = 20;

/** A rule for rows that could not be read, whatever they say. */
function unusable(
  code: string,
  problem: Exclude<RowProblem, 'table-not-collected'>,
  told: Pick<Rule, 'message' | 'whatToDo'> & { readonly fields?: readonly string[] },
): Rule {
  return {
    code,
    group: 'reading',
    isOwn: true,
    tables: [],
    fields: [],
    ...told,
    check(child): readonly Finding[] {
      let found: Finding[] | null = null;
      for (const table of child.tables()) {
        for (const row of child.allRows(table)) if (row.source.problem === problem) (found ??= []).push({ row });
      }
      return found ?? nothing;
    },
  };
}

const notCollected: Rule = {
  code: 'MS05',
  group: 'reading',
  isOwn: true,
  tables: [],
  fields: [],
  message: 'The table is not part of the return of this year.',
  whatToDo: 'Leave the file out, or check the year it is loaded for.',
  *check(child, { year }): Generator<Finding> {
    for (const table of child.tables()) {
      if (!isCollectedIn(table, year)) for (const row of child.allRows(table)) yield { row };
    }
  },
};

const blankChild: Rule = {
  code: 'MS06',
  group: 'reading',
  isOwn: true,
  tables: [],
  fields: ['CHILD'],
  message: 'The row does not say which child it is about.',
  whatToDo: "Enter the child's local identifier in CHILD.",
  *check(child): Generator<Finding> {
    if (child.localId !== '') return;
    for (const table of child.tables()) for (const row of child.allRows(table)) if (!row.source.problem) yield { row };
  },
};

const tooLong: Rule = {
  code: 'MS13',
  group: 'reading',
  isOwn: true,
  tables: [],
  fields: ['CHILD'],
  message: 'A value is longer than any value of the return can be.',
  whatToDo: 'Shorten the value: identifiers of children have at most 20 characters, anything else at most 100.',
  *check(child): Generator<Finding> {
    for (const table of tables) {
      for (const row of child.allRows(table.name)) {
        if (row.source.cells.every((cell) => cell.length <= longestId)) continue;
        const fields = table.columns
          .filter(({ name }, index) => (row.source.cells[index] ?? '').length > (name === 'CHILD' ? longestId : 100))
          .map(({ name }) => name);
        if (fields.length > 0) yield { row, fields };
      }
    }
  },
};

const unreadableBirth: Rule = {
  code: 'MS09',
  group: 'reading',
  isOwn: true,
  tables: [],
  fields: ['DOB'],
  message: 'Date of birth is not a valid date.',
  whatToDo: 'Enter the same date of birth as in Header, written DD/MM/YYYY, a day that exists.',
  check(child): readonly Finding[] {
    let found: Finding[] | null = null;
    for (const table of child.tables()) {
      if (table === 'Header' || table === 'Episodes') continue;
      for (const row of child.rows(table)) {
        if (row.date('DOB') === null && !row.isBlank('DOB')) (found ??= []).push({ row: row as ReturnRow });
      }
    }
    return found ?? nothing;
  },
};

const unknownSex: Rule = {
  code: 'MS10',
  group: 'reading',
  isOwn: true,
  tables: ['UASC'],
  fields: ['SEX'],
  message: 'Sex in UASC is not a valid code.',
  whatToDo: 'Enter the same sex as in Header: M, F or U from 2025; 1 or 2 before.',
  *check(child, { year }): Generator<Finding> {
    for (const row of child.rows('UASC')) {
      if (!row.isBlank('SEX') && !isValidCode('SEX', row.value('SEX'), year)) yield { row };
    }
  },
};

/** The platform's own faults for rows that cannot be used whatever they say. Nobody publishes codes for these. */
export const unusableRules: readonly Rule[] = [
  unusable('MS01', 'too-few-cells', {
    message: 'The row has fewer cells than the file has columns.',
    whatToDo:
      'Export the row again with a cell for every column, blank ones included. A line break or quotation mark may be missing.',
  }),
  unusable('MS02', 'too-many-cells', {
    message: 'The row has more cells than the file has columns.',
    whatToDo: 'Put quotation marks round any value that contains the separator, or take out the surplus cells.',
  }),
  unusable('MS03', 'control-characters', {
    message: 'The row contains characters that are not text.',
    whatToDo: 'The file may be damaged. Export it again, or retype the row.',
  }),
  unusable('MS04', 'other-year', {
    fields: ['YEAR'],
    message: 'The YEAR column says that the row belongs to another collection year.',
    whatToDo: 'Load the row with the return of its own year.',
  }),
  notCollected,
  blankChild,
  tooLong,
];

/** The platform's own rules for columns that no published rule looks at. */
export const unreadableRules: readonly Rule[] = [unreadableBirth, unknownSex];
