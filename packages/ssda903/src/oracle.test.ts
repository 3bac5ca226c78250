import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fault } from './checking/fault.ts';
import { rulesFor } from './rules/rules.ts';
import { faultsOf } from './testing/example-return.ts';
import { adoptionOracles } from './testing/oracle/adoption.oracle.ts';
import { ageOracles } from './testing/oracle/ages.oracle.ts';
import { careOracles } from './testing/oracle/care.oracle.ts';
import { drawnReturn } from './testing/oracle/drawn-return.arbitrary.ts';
import { durationOracles } from './testing/oracle/durations.oracle.ts';
import { lastYearOracles } from './testing/oracle/last-year.oracle.ts';
import { missingOracles } from './testing/oracle/missing.oracle.ts';
import { plainReturn, type DrawnReturn, type Oracles } from './testing/oracle/plain-return.ts';
import { sequenceOracles } from './testing/oracle/sequence.oracle.ts';

const oracles: Oracles = {
  ...adoptionOracles,
  ...missingOracles,
  ...ageOracles,
  ...durationOracles,
  ...sequenceOracles,
  ...careOracles,
  ...lastYearOracles,
};

const years = [2023, 2024, 2025, 2026, 2027];

/** The same returns in every run, so that a run that fails can be looked into. */
const drawn = { numRuns: 400, seed: 903 };

/** Milliseconds: a machine that is busy with other tests takes several times as long as one that is not. */
const patience = { timeout: 60_000 };

/** The rules of a year that are told twice. */
function codesOf(year: number): readonly string[] {
  const active = new Set(rulesFor(year).map(({ code }) => code));
  return Object.keys(oracles).filter((code) => active.has(code));
}

/** What the oracles say: rows by rule, in order. */
function blamedByOracles(one: DrawnReturn): Readonly<Record<string, readonly string[]>> {
  const plain = plainReturn(one);
  const blamed = (code: string) => [...new Set(oracles[code]?.(plain).map(({ ref }) => ref))].toSorted();
  return Object.fromEntries(codesOf(one.year).map((code) => [code, blamed(code)]));
}

/** What the rules say, in the same form. */
function blamedByRules(faults: readonly Fault[], year: number): Readonly<Record<string, readonly string[]>> {
  const byCode = Map.groupBy(faults, ({ ruleCode }) => ruleCode);
  const blamed = (code: string) => [...new Set(byCode.get(code)?.map(({ rowRef }) => String(rowRef)))].toSorted();
  return Object.fromEntries(codesOf(year).map((code) => [code, blamed(code)]));
}

describe.each(years)('the rules of %i, told twice', (year) => {
  test('blame the same rows of returns drawn at random', patience, () => {
    fc.assert(
      fc.property(drawnReturn(year), (one) => {
        const faults = faultsOf(one.tables, { year, previous: one.previous });
        // Rows that repeat others are set aside before the other rules look.
        fc.pre(!faults.some(({ keepsRowOut, ruleCode }) => keepsRowOut && /^(?:MS|INT)/.test(ruleCode)));
        expect(blamedByRules(faults, year)).toEqual(blamedByOracles(one));
      }),
      drawn,
    );
  });
});

test('every rule that is told twice is broken by some of the returns, and not by others', patience, () => {
  const broken = new Map<string, number>();
  for (const year of years) {
    for (const one of fc.sample(drawnReturn(year), drawn)) {
      for (const [code, rows] of Object.entries(blamedByOracles(one))) {
        broken.set(code, (broken.get(code) ?? 0) + (rows.length > 0 ? 1 : 0));
      }
    }
  }
  expect([...broken].filter(([, times]) => times === 0)).toEqual([]);
  expect([...broken].filter(([, times]) => times === years.length * drawn.numRuns)).toEqual([]);
  expect(Object.keys(oracles).filter((code) => !broken.has(code))).toEqual([]);
});
