import type { Period } from '@mainstay/primitives';
import type { CensusRule, Finding } from '../checking/fault.ts';
import type { CensusWorker } from '../fields/census-worker.ts';
import type { CensusRow } from '../reading/census-file.ts';

/** What a rule is told of a worker. */
export interface WorkerFacts {
  readonly row: CensusRow;
  readonly worker: CensusWorker;
  readonly year: number;
  /** 1 October to 30 September. */
  readonly period: Period;
  /** Employed, and a last day, a destination or a reason is there. */
  readonly isLeaver: boolean;
}

/** A rule that judges one worker at a time. */
export interface WorkerRule extends CensusRule {
  check(facts: WorkerFacts): Iterable<Finding>;
}

/** A rule that finds one thing or nothing: the elements concerned where it is broken. */
export function workerRule(
  rule: CensusRule & { readonly fields: readonly string[]; breaks(facts: WorkerFacts): boolean },
): WorkerRule {
  const { fields, breaks, ...told } = rule;
  return { ...told, check: (facts) => (breaks(facts) ? [{ fields }] : []) };
}
