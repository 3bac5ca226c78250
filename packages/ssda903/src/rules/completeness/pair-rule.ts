import type { ReturnRow } from '../../checking/return-row.ts';
import type { ColumnOf, TableName } from '../../tables/tables.ts';
import { eachRow } from '../row-rule.ts';
import type { CheckContext, Rule } from '../rule.ts';
import type { ChildRows } from '../../checking/child-rows.ts';

/** What a rule about single rows says besides its test. */
export type RowRuleText<T extends TableName> = Pick<Rule, 'code' | 'message' | 'whatToDo'> & {
  readonly fields: readonly ColumnOf<T>[];
} & Partial<Pick<Rule, 'from' | 'to' | 'alsoNeeds'>>;

/** Tells whether a row breaks a rule, given the child it is about. */
export type RowTest<T extends TableName> = (row: ReturnRow<T>, child: ChildRows, context: CheckContext) => boolean;

/** A rule about each row of one table. */
export function rowRule<T extends TableName>(table: T, text: RowRuleText<T>, isFault: RowTest<T>): Rule {
  return eachRow(table, { group: 'completeness', ...text }, isFault);
}

/** A rule that some columns are filled together or left blank together. */
export function allOrNone<T extends TableName>(table: T, text: RowRuleText<T>): Rule {
  return rowRule(table, text, (row) => {
    const blanks = text.fields.filter((field) => row.isBlank(field)).length;
    return blanks > 0 && blanks < text.fields.length;
  });
}
