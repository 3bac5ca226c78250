import type { CensusRule } from '../checking/fault.ts';
import { coverAboveAgency } from './across.rules.ts';
import { fileRules } from './file.rules.ts';
import { formRules } from './form.rules.ts';
import { neededRules } from './needed.rules.ts';
import { senseRules } from './sense.rules.ts';
import { sameAgain, sameNumber } from './twice.rules.ts';
import type { WorkerRule } from './worker-rule.ts';

/** The rules that judge one worker at a time. */
export const workerRules: readonly WorkerRule[] = [...formRules, ...neededRules, ...senseRules];

/**
 * Every rule of the census, by code. The Department for Education publishes no list of its own that was found: these are
 * made from its specification, and their codes are ours.
 */
export const censusRules: readonly CensusRule[] = [
  ...fileRules,
  coverAboveAgency,
  ...workerRules,
  sameAgain,
  sameNumber,
].toSorted((one, other) => (one.code < other.code ? -1 : 1));

const byCode = new Map(censusRules.map((rule) => [rule.code, rule]));

/** The rule with a code; undefined when there is none. */
export function censusRule(code: string): CensusRule | undefined {
  return byCode.get(code);
}
