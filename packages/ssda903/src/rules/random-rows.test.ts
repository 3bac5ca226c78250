import { describe, expect, test } from 'vitest';
import { checkReturn } from '../checking/check-return.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from '../testing/example-reference.ts';
import { randomReturn } from '../testing/random-return.ts';
import { tables } from '../tables/tables.ts';
import { rules, rulesFor } from './rules.ts';

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const reference = { laCode: exampleAuthority, providers: exampleProviders, postcodes: examplePostcodes };

/** Columns that other forms of the return have: the flag of the XML form, and the year of regional files. */
const besides: ReadonlySet<string> = new Set(['UASC', 'YEAR']);

const found = years.map((year) => {
  const input = { year, tables: randomReturn(year, year), previous: randomReturn(year - 1, year - 1), ...reference };
  return { year, input, ...checkReturn(input) };
});

describe.each(found)('rows of $year in which anything may be wrong', ({ year, input, faults, rulesNotRun }) => {
  test('are judged by every rule of the year', () => {
    // What 411 compares is worked out of one postcode, so that it always agrees.
    expect(rulesNotRun.map(({ rule }) => rule)).toEqual(['411']);
    expect(faults.length).toBeGreaterThan(0);
  });

  test('give faults of rules of the year only, in rows that are there and columns those rows have', () => {
    const active = new Set(rulesFor(year).map(({ code }) => code));
    expect(faults.filter(({ ruleCode }) => !active.has(ruleCode))).toEqual([]);
    const rows = new Set(
      [input.tables, input.previous].flatMap((all) => [...all.values()].flat().map(({ ref }) => ref)),
    );
    expect(faults.filter(({ rowRef }) => !rows.has(rowRef))).toEqual([]);
    const elsewhere = faults.filter(({ table, fields }) => {
      const columns: ReadonlySet<string> = new Set(
        tables.find(({ name }) => name === table)?.columns.map(({ name }) => name),
      );
      return fields.length > 0 && !fields.some((field) => columns.has(field) || besides.has(field));
    });
    expect([...new Set(elsewhere.map(({ ruleCode }) => ruleCode))]).toEqual([]);
  });

  test('give the same faults when they are judged again', () => {
    expect(checkReturn(input).faults).toEqual(faults);
  });
});

test('are objected to by most rules', () => {
  expect(new Set(found.flatMap(({ faults }) => faults.map(({ ruleCode }) => ruleCode))).size).toBeGreaterThan(170);
});

test('say what is wrong in words that were there before the rows were', () => {
  const said = new Set(rules.map(({ message }) => message));
  expect(found.flatMap(({ faults }) => faults.filter(({ message }) => !said.has(message)))).toEqual([]);
});
