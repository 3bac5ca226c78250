import type { Rule } from '../rules/rule.ts';
import { tables, type TableName } from '../tables/tables.ts';
import type { RowsByTable } from './child-rows.ts';

const bits = new Map<TableName, number>(tables.map(({ name }, index) => [name, 1 << index]));

/** So many bits that those of last year's tables stand clear of this year's. */
const lastYear = tables.length;

/**
 * Of some rules, those that a child gives cause to judge.
 *
 * A rule speaks of rows, so it is judged only for children who have one in a table it speaks of, or in a table of last
 * year's return that it compares with. Most children have rows in the same few tables: the answer for each set of
 * tables is kept.
 */
export class RulesOfChild {
  readonly #rules: readonly Rule[];
  readonly #known = new Map<number, readonly Rule[]>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The rules to judge a child by who has these rows, in the order of all rules. */
  for(all: RowsByTable, previous: RowsByTable): readonly Rule[] {
    let key = 0;
    for (const table of all.keys()) key |= bits.get(table) ?? 0;
    for (const table of previous.keys()) key |= (bits.get(table) ?? 0) << lastYear;
    const known = this.#known.get(key);
    if (known) return known;
    const picked = this.#rules.filter((rule) => isCalledFor(rule, all, previous));
    this.#known.set(key, picked);
    return picked;
  }
}

function isCalledFor(rule: Rule, all: RowsByTable, previous: RowsByTable): boolean {
  if (rule.judges && !rule.needsPrevious && !all.has(rule.judges)) return false;
  const compared = [rule.needsPrevious ?? []].flat();
  return (
    rule.tables.length === 0 ||
    rule.tables.some((table) => all.has(table)) ||
    compared.some((table) => previous.has(table))
  );
}
