import type { ReturnRow } from '../../checking/return-row.ts';
import type { ColumnOf, TableName } from '../../tables/tables.ts';
import { nothing } from '../row-rule.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

/** What a rule that compares two years says besides its test. */
export type ComparingRuleText = Pick<Rule, 'code' | 'fields' | 'message' | 'whatToDo'> &
  Partial<Pick<Rule, 'from' | 'to' | 'alsoNeeds' | 'needs'>>;

/** A child's row of one table in both returns. */
export interface BothYears<T extends TableName> {
  readonly now: ReturnRow<T>;
  readonly before: ReturnRow<T>;
}

/** A rule that compares the child's row of a once-a-child table with last year's. */
export function comparedRow<T extends TableName>(
  table: T,
  text: ComparingRuleText,
  isFault: (rows: BothYears<T>, context: CheckContext) => boolean,
): Rule {
  return {
    group: 'year-on-year',
    tables: [table],
    needsPrevious: table,
    ...text,
    check(child, context): readonly Finding[] {
      const before = child.previousRows(table)[0];
      if (!before) return nothing;
      return child
        .rows(table)
        .filter((now) => isFault({ now, before }, context))
        .map((now) => ({ row: now as ReturnRow }));
    },
  };
}

/** True when both rows fill a column, and differently. */
export function differs<T extends TableName>({ now, before }: BothYears<T>, column: ColumnOf<T>): boolean {
  return !now.isBlank(column) && !before.isBlank(column) && now.value(column) !== before.value(column);
}
