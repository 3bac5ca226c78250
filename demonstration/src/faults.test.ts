import {
  checkReturn,
  postcodeDirectoryOf,
  providerListOf,
  readReturnFile,
  type CheckedRow,
  type TableName,
} from '@mainstay/ssda903';
import { expect, test } from 'vitest';
import { demonstrationAuthorities } from './authorities.ts';
import { buildWorld } from './world.ts';

const [authority] = demonstrationAuthorities;

test('one row in a hundred or so has a fault, as in returns that were looked after', () => {
  if (!authority) throw new Error('There is no authority to build.');
  const { children } = buildWorld({ authorities: [authority], years: 3, lastYear: 2026 });
  const tablesOf = (year: number) => {
    const tables = new Map<TableName, CheckedRow[]>();
    for (const { name, text } of children.returns.find((sent) => sent.year === year)?.files ?? []) {
      const { table, rows } = readReturnFile({ name, bytes: new TextEncoder().encode(text), year });
      if (table)
        tables.set(
          table,
          rows.map((row, index) => ({ ref: `${table} ${index}`, file: name, ...row })),
        );
    }
    return tables;
  };
  const tables = tablesOf(2026);
  const { faults } = checkReturn({
    year: 2026,
    tables,
    previous: tablesOf(2025),
    earlierEpisodes: tablesOf(2024).get('Episodes') ?? [],
    laCode: authority.code,
    providers: providerListOf(children.providers),
    postcodes: postcodeDirectoryOf(children.postcodes),
  });
  const rows = [...tables.values()].reduce((sum, all) => sum + all.length, 0);
  const faulty = new Set(faults.map(({ table, rowRef }) => `${table} ${rowRef}`)).size;
  expect(faulty / rows).toBeGreaterThan(0.005);
  expect(faulty / rows).toBeLessThan(0.02);
  // No rule is broken by most of the rows it is about: that would be the demonstration's own mistake.
  const ofRules = [...Map.groupBy(faults, ({ ruleCode }) => ruleCode).values()].map(({ length }) => length);
  expect(Math.max(...ofRules)).toBeLessThan(40);
});
