import { describe, expect, test } from 'vitest';
import { tables } from '../tables/tables.ts';
import { exampleReturn, faultsOf, type RuleExamples } from '../testing/example-return.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from '../testing/example-reference.ts';
import { rulesNotRun } from '../checking/rules-not-run.ts';
import { adoptedExamples } from './adoption/adopted.examples.ts';
import { adoptionExamples } from './adoption/adoption.examples.ts';
import { agreesWithEpisodesExamples } from './adoption/agrees-with-episodes.examples.ts';
import { ageExamples } from './age-and-duration/age.examples.ts';
import { durationExamples } from './age-and-duration/duration.examples.ts';
import { shortBreakExamples } from './age-and-duration/short-break.examples.ts';
import { careLeaverExamples } from './care-leavers/care-leavers.examples.ts';
import { completenessExamples } from './completeness/completeness.examples.ts';
import { orderExamples } from './deprivation-of-liberty/orders.examples.ts';
import { sequenceExamples } from './episode-sequence/episode-sequence.examples.ts';
import { formatExamples } from './formats/formats.examples.ts';
import { headerExamples } from './header/header.examples.ts';
import { healthExamples } from './health/health.examples.ts';
import { missingExamples } from './missing/missing.examples.ts';
import { fittingExamples } from './placement/fitting.examples.ts';
import { droppedExamples } from './dropped/dropped.examples.ts';
import { placementExamples } from './placement/placement.examples.ts';
import { wholeReturnExamples } from './whole-return/whole-return.examples.ts';
import { yearOnYearExamples } from './year-on-year/year-on-year.examples.ts';
import { rules, rulesFor } from './rules.ts';
import { reportingExamples } from './social-workers/reporting.examples.ts';
import { structuralExamples } from './structural/structural.examples.ts';

const examples: RuleExamples = {
  ...structuralExamples,
  ...formatExamples,
  ...completenessExamples,
  ...sequenceExamples,
  ...agreesWithEpisodesExamples,
  ...ageExamples,
  ...durationExamples,
  ...shortBreakExamples,
  ...headerExamples,
  ...healthExamples,
  ...careLeaverExamples,
  ...adoptedExamples,
  ...adoptionExamples,
  ...missingExamples,
  ...orderExamples,
  ...reportingExamples,
  ...fittingExamples,
  ...placementExamples,
  ...wholeReturnExamples,
  ...yearOnYearExamples,
  ...droppedExamples,
};

/** Rules that the CSV form cannot break. */
const neverFromCsv = ['105', '303', '411', '205C'];

describe('every rule', () => {
  test('has an example that passes and one that fails, unless CSV files can never answer it', () => {
    const lacking = rules.filter((rule) => !rule.cannotRun && !examples[rule.code]);
    expect(lacking.map((rule) => rule.code)).toEqual([]);
    expect(rules.filter((rule) => rule.cannotRun).map((rule) => rule.code)).toEqual(neverFromCsv);
  });

  test.each([2023, 2024, 2025, 2026, 2027])('has a code of its own in %i', (year) => {
    const codes = rulesFor(year).map((rule) => rule.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('has words, and something to do', () => {
    const wordless = rules.filter((rule) => rule.message.length < 10 || rule.whatToDo.length < 10);
    expect(wordless.map((rule) => rule.code)).toEqual([]);
  });

  test('is marked as the platform’s own exactly when its code is', () => {
    const own = rules.filter((rule) => rule.isOwn ?? false);
    expect(own).toEqual(rules.filter((rule) => rule.code.startsWith('MS')));
  });

  test('names columns that its tables have, or the column of the year that regional files add', () => {
    const columns = tables.flatMap((table): string[] => table.columns.map((column) => column.name));
    const names: ReadonlySet<string> = new Set([...columns, 'YEAR']);
    const fields: readonly string[] = rules.filter((rule) => !rule.cannotRun).flatMap((rule) => rule.fields);
    expect(fields.filter((field) => !names.has(field))).toEqual([]);
  });
});

const eachExample = Object.entries(examples).flatMap(([code, all]) => [all].flat().map((one) => ({ code, ...one })));

describe.each(eachExample)('rule $code $year', (example) => {
  const { code, year, previous, failsPrevious, earlier, failsEarlier, keepsRowOut } = example;
  const options = (before: typeof previous, long: typeof earlier) => ({
    code,
    ...(year ? { year } : {}),
    ...(before ? { previous: before } : {}),
    ...(long ? { earlier: long } : {}),
  });

  test('lets the right return pass', () => {
    expect(faultsOf(example.passes, options(previous, earlier))).toEqual([]);
  });

  test('objects to the wrong one', () => {
    const faults = faultsOf(example.fails, options(failsPrevious ?? previous, failsEarlier ?? earlier));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.keepsRowOut === (keepsRowOut ?? false))).toBe(true);
  });
});

describe('the rules of a year', () => {
  test('leave out those of tables that were not collected', () => {
    const codes = rulesFor(2023).map((rule) => rule.code);
    expect(codes).toContain('355');
    expect(codes).not.toContain('SW04STG1');
    expect(codes).not.toContain('700');
  });

  test('leave out those that came later', () => {
    expect(rulesFor(2025).map((rule) => rule.code)).not.toContain('233');
    expect(rulesFor(2026).map((rule) => rule.code)).toContain('233');
  });
});

describe('a rule that cannot be judged', () => {
  test('is named with the table that is not loaded', () => {
    const loaded = new Map([...exampleReturn({})].filter(([table]) => table !== 'AD1'));
    expect(rulesNotRun({ year: 2025, tables: loaded })).toContainEqual({
      rule: '601',
      reason: 'AD1 is not loaded for 2025.',
    });
  });

  test('is named when it compares with a return of last year that is not loaded', () => {
    const loaded = { year: 2025, tables: exampleReturn({}) };
    const notRun = new Map(rulesNotRun(loaded).map(({ rule, reason }) => [rule, reason]));
    expect(notRun.get('NoE')).toBe("Episodes of last year's return (2024) is not loaded.");
    expect(rulesNotRun({ ...loaded, previous: loaded.tables }).map(({ rule }) => rule)).not.toContain('NoE');
  });

  test('is named with the reference that is not loaded', () => {
    const loaded = { year: 2025, tables: exampleReturn({}), previous: exampleReturn({}) };
    const reasons = new Set(rulesNotRun(loaded).map(({ reason }) => reason));
    expect(reasons).toContain('The list of Ofsted providers is not loaded.');
    expect(reasons).toContain('The directory of postcodes is not loaded.');
    const all = { laCode: exampleAuthority, providers: exampleProviders, postcodes: examplePostcodes };
    expect(rulesNotRun({ ...loaded, ...all }).map(({ rule }) => rule)).toEqual(neverFromCsv);
  });
});
