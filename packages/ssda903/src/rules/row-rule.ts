import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import { tableSpec, type TableName } from '../tables/tables.ts';
import type { CheckContext, Finding, Rule } from './rule.ts';

/** What a rule says besides its test. `tables` need only be given when the rule speaks of more than the rows it judges. */
export type RuleText = Omit<Rule, 'tables' | 'check'> & { readonly tables?: readonly TableName[] };

/** Tells whether a row breaks a rule, given the child it is about. */
export type IsFault<T extends TableName> = (row: ReturnRow<T>, child: ChildRows, context: CheckContext) => boolean;

/** Picks the rows that break a rule. */
export type FaultyRows<T extends TableName> = (child: ChildRows, context: CheckContext) => readonly ReturnRow<T>[];

/** What a rule finds when there is nothing to object to; shared, because that is nearly always. */
export const nothing: readonly never[] = [];

/** A rule about each row of one table. */
export function eachRow<T extends TableName>(table: T, text: RuleText, isFault: IsFault<T>): Rule {
  const fields = ownFields(table, text.fields);
  return {
    tables: [table],
    judges: table,
    ...text,
    check(child, context): readonly Finding[] {
      let found: Finding[] | null = null;
      for (const row of child.rows(table)) {
        if (isFault(row, child, context)) (found ??= []).push({ row: row as ReturnRow, fields });
      }
      return found ?? nothing;
    },
  };
}

/** A rule that looks at all rows of a child together and objects to some of one table. */
export function someRows<T extends TableName>(table: T, text: RuleText, faulty: FaultyRows<T>): Rule {
  const fields = ownFields(table, text.fields);
  return {
    tables: [table],
    judges: table,
    ...text,
    check(child, context): readonly Finding[] {
      const rows = faulty(child, context);
      return rows.length === 0 ? nothing : rows.map((row) => ({ row: row as ReturnRow, fields }));
    },
  };
}

/** Of the columns a rule speaks of, those that a row of the table has; all when it has none of them. */
export function ownFields(table: TableName, fields: readonly string[]): readonly string[] {
  const columns: ReadonlySet<string> = new Set(tableSpec(table).columns.map(({ name }) => name));
  const own = fields.filter((field) => columns.has(field));
  return own.length > 0 ? own : fields;
}
