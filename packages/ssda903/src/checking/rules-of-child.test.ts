import { collectionYear } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { isActive, ordinaryRules } from '../rules/rules.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from '../testing/example-reference.ts';
import { randomReturn } from '../testing/random-return.ts';
import type { TableName } from '../tables/tables.ts';
import { ChildRows, type RowsByTable } from './child-rows.ts';
import { returnFacts } from './return-facts.ts';
import { ReturnRow } from './return-row.ts';
import type { ReturnTables } from './return-to-check.ts';
import { RulesOfChild } from './rules-of-child.ts';

/** The rows of one child, of the tables that are picked. */
function rowsOf(all: ReturnTables, localId: string, isPicked: (at: number) => boolean): RowsByTable {
  const rows = new Map<TableName, ReturnRow[]>();
  for (const [at, [table, cells]] of [...all].entries()) {
    const own = isPicked(at) ? cells.filter((row) => row.cells[0] === localId) : [];
    if (own.length > 0)
      rows.set(
        table,
        own.map((row) => new ReturnRow(table, row)),
      );
  }
  return rows;
}

test.each([2024, 2027])('no rule of %i finds anything in a child it is not judged for', (year) => {
  const [now, before] = [randomReturn(year, 1), randomReturn(year - 1, 2)];
  const { from, to } = collectionYear(year);
  const reference = { laCode: exampleAuthority, providers: exampleProviders, postcodes: examplePostcodes };
  const context = { year, start: from, end: to, facts: returnFacts(now), ...reference };
  const active = ordinaryRules.filter((rule) => isActive(rule, year) && (!rule.cannotRun || rule.readsUascFlag));
  const rules = new RulesOfChild(active);

  let skipped = 0;
  const wronglySkipped = new Set<string>();
  for (let child = 0; child < 40; child++) {
    // Each child has other tables: the bits of its number, and what lies between.
    const all = rowsOf(now, `A${child}`, (at) => ((child * 37) >> (at % 8)) % 2 === 1);
    const previous = rowsOf(before, `A${child}`, (at) => ((child * 11) >> (at % 6)) % 2 === 0);
    const judged = new Set(rules.for(all, previous));
    const rows = new ChildRows(`A${child}`, { all, previous }, new Set());
    for (const rule of active) {
      if (judged.has(rule)) continue;
      skipped++;
      if ([...rule.check(rows, context)].length > 0) wronglySkipped.add(rule.code);
    }
  }
  expect(skipped).toBeGreaterThan(0);
  expect([...wronglySkipped]).toEqual([]);
});
